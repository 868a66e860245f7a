import { Hono } from 'hono'
import { openDoor } from '../parts/door.ts'
import { formBytes } from '../parts/read-form.ts'
import { attendanceDoor } from './attendance.door.tsx'
import { auditDoor } from './audit.door.tsx'
import { changeSessionDoor } from './change-session.door.tsx'
import { confirmedListDoor } from './confirmed-list.door.tsx'
import { coordinationDoor } from './coordination.door.tsx'
import { dashboardDoor } from './dashboard.door.tsx'
import { editSeminarDoor } from './edit-seminar.door.tsx'
import { attendanceListBytes, importDoor } from './import.door.tsx'
import { takesAttendanceLists } from './import-path.ts'
import { invitationsDoor, listBytes, takesLists } from './invitations.door.tsx'
import { letterTextsDoor } from './letter-texts.door.tsx'
import { lettersDoor } from './letters.door.tsx'
import { mailLogDoor } from './mail-log.door.tsx'
import { mailsDoor } from './mails.door.tsx'
import { messageBytes, messagesDoor, takesFiles } from './messages.door.tsx'
import { peopleDoor } from './people.door.tsx'
import { personAttendanceDoor } from './person-attendance.door.tsx'
import { programmeDoor } from './programme.door.tsx'
import { questionsDoor } from './questions.door.tsx'
import { roomDoor } from './room.door.tsx'
import { seminarDoor } from './seminar.door.tsx'
import { sendLetterDoor } from './send-letter.door.tsx'
import { sensitiveAnswersDoor } from './sensitive-answers.door.tsx'
import { serversDoor } from './servers.door.tsx'
import { signInDoor } from './sign-in.door.tsx'
import { guard, notFound, type OfficeEnv, type OfficeWorld } from './visit.ts'

/** No form is larger, but for lists of people and of attendance, and messages with files. */
const mostBytes = (path: string): number => {
  if (takesFiles(path)) return messageBytes
  if (takesAttendanceLists(path)) return attendanceListBytes
  return takesLists(path) ? listBytes : formBytes
}

/** The coordinators' pages. Only what stands before the guard is open to everybody. */
export function officeDoor(world: OfficeWorld): Hono {
  const door = openDoor(world, { personal: true, mostBytes })
  door.route('/', signInDoor(world))
  door.use('/office', guard(world))
  door.use('/office/*', guard(world))
  for (const area of [
    dashboardDoor(),
    editSeminarDoor(),
    seminarDoor(),
    roomDoor(),
    changeSessionDoor(),
    lettersDoor(),
    sendLetterDoor(),
    letterTextsDoor(),
    questionsDoor(),
    sensitiveAnswersDoor(),
    attendanceDoor(),
    confirmedListDoor(),
    personAttendanceDoor(),
    coordinationDoor(),
    importDoor(),
    invitationsDoor(),
    messagesDoor(),
    programmeDoor(),
    serversDoor(),
    peopleDoor(),
    mailsDoor(),
    mailLogDoor(),
    auditDoor(),
    new Hono<OfficeEnv>().all('/office/*', notFound),
  ])
    door.route('/', area)
  return door
}
