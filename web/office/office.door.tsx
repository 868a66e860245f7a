import { Hono } from 'hono'
import { openDoor } from '../parts/door.ts'
import { formBytes } from '../parts/read-form.ts'
import { addDoor } from './attendance/add.door.tsx'
import { attendanceDoor } from './attendance/attendance.door.tsx'
import { codeDoor } from './attendance/code.door.tsx'
import { confirmedListDoor } from './attendance/confirmed-list.door.tsx'
import { attendanceListBytes, importDoor } from './attendance/import/import.door.tsx'
import { takesAttendanceLists } from './attendance/import/import-path.ts'
import { personAttendanceDoor } from './attendance/person-attendance.door.tsx'
import { certificateDoor } from './certificate/certificate.door.tsx'
import { filesDoor } from './certificate/files.door.tsx'
import { previewDoor } from './certificate/preview.door.tsx'
import { registerDoor } from './certificate/register.door.tsx'
import { wordsDoor } from './certificate/words.door.tsx'
import { dashboardDoor } from './dashboard.door.tsx'
import { auditDoor } from './house/audit.door.tsx'
import { lookBytes, lookDoor, takesPictures } from './house/look.door.tsx'
import { peopleDoor } from './house/people.door.tsx'
import { programmeDoor } from './house/programme.door.tsx'
import { serversDoor } from './house/servers.door.tsx'
import { invitationsDoor, listBytes, takesLists } from './invitation/invitations.door.tsx'
import { letterTextsDoor } from './letter/letter-texts.door.tsx'
import { lettersDoor } from './letter/letters.door.tsx'
import { sendLetterDoor } from './letter/send-letter.door.tsx'
import { mailLogDoor } from './mail/mail-log.door.tsx'
import { mailsDoor } from './mail/mails.door.tsx'
import { coordinationDoor } from './message/coordination.door.tsx'
import { messageBytes, messagesDoor, takesFiles } from './message/messages.door.tsx'
import { questionsDoor } from './question/questions.door.tsx'
import { sensitiveAnswersDoor } from './question/sensitive-answers.door.tsx'
import { roomDoor } from './room/room.door.tsx'
import { changeSessionDoor } from './seminar/change-session.door.tsx'
import { editSeminarDoor } from './seminar/edit-seminar.door.tsx'
import { seminarDoor } from './seminar/seminar.door.tsx'
import { signInDoor } from './sign-in.door.tsx'
import { guard, notFound, type OfficeEnv, type OfficeWorld } from './visit.ts'

/** No form is larger, but for lists of people and of attendance, messages with files, and pictures. */
const mostBytes = (path: string): number => {
  if (takesFiles(path)) return messageBytes
  if (takesPictures(path)) return lookBytes
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
    codeDoor(),
    personAttendanceDoor(),
    coordinationDoor(),
    importDoor(),
    addDoor(),
    previewDoor(),
    certificateDoor(),
    filesDoor(),
    registerDoor(),
    wordsDoor(),
    invitationsDoor(),
    messagesDoor(),
    lookDoor(),
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
