import { makeInvitationLink } from '../../functions/enrollment/invitation/change-invitation.ts'
import { requestFeed } from '../../functions/enrollment/link/request-feed.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { plainPlaces } from '../../functions/seminar/places.ts'
import { combineDoors } from '../../web/parts/door.ts'
import { mailedFeed } from '../world/calendar-feed.ts'
import { ask } from '../world/questions.ts'
import { aPhase, openDoors } from './open-doors.ts'

/** Every page of the public face in one house: each address with what it stands for. */
export async function everyPage(setting: { origin?: string } = {}) {
  const doors = await openDoors(setting)
  const { house } = doors
  const seminar = await house.offer({ phaseId: aPhase.id, capacity: 1 })
  const enrolled = await house.enrollAndConfirm(seminar, 'ayse')
  await house.enroll(seminar, 'waiting')
  await doors.certify(enrolled)
  const asking = await house.offer({ slug: 'asking' })
  await ask(house.table, asking.id)
  await house.enrollAndConfirm(asking, 'emine')
  const offering = await house.offer({
    slug: 'offering',
    capacity: 1,
    places: { ...plainPlaces, promotion: 'offer', waitingSize: 5 },
  })
  for (const name of ['seated', 'offered']) await house.enrollAndConfirm(offering, name)
  await house.cancel('seated')
  const applying = await house.offer({
    slug: 'applying',
    places: { ...plainPlaces, approval: true, singleSessions: true, mostPerAssociation: 2 },
  })
  await house.enrollAndConfirm(applying, 'applied')
  const cancelled = await house.offer({ slug: 'cancelled' })
  await cancelSeminar(house.world(), cancelled.id)
  const { places } = await house.seminar(seminar.id)
  await house.offer({ slug: 'single', places: { ...places, groups: false } })
  const closed = await house.offer({ slug: 'closed', access: 'invited' })
  const invitation = house.world().newSecret()
  await makeInvitationLink(
    { ...house.world(), also: [] },
    { seminarId: closed.id, name: 'Vorstand', limit: 3, until: null, token: invitation },
  )
  const session = (await house.seminar(seminar.id)).sessions[0]
  const join = await doors.linkFor(enrolled, 'join', session?.id)
  const token = await house.token('ayse')
  const overview = await doors.overviewFor('ayse@verein.example')
  await requestFeed(house.world(), { token, formId: house.world().newSecret() })
  const feed = await mailedFeed(house, 'ayse')
  const paths = [
    '/',
    '/seminars/foerdermittel',
    '/seminars/cancelled',
    '/seminars/foerdermittel/enroll',
    '/seminars/cancelled/enroll',
    '/seminars/asking/enroll',
    '/seminars/foerdermittel/enroll/group',
    '/seminars/cancelled/enroll/group',
    '/seminars/single/enroll/group',
    '/seminars/asking/statistics',
    '/seminars/cancelled/statistics',
    '/check',
    '/imprint',
    '/privacy',
    '/verify',
    '/verify/2026-7K3M-9QXW-P4TR',
    '/verify/unknown',
    `/my/${await house.token('ayse')}`,
    `/my/${await house.token('waiting')}`,
    `/my/${await house.token('emine')}`,
    ...(await Promise.all(['seated', 'offered', 'applied'].map((name) => house.token(name)))).map(
      (mine) => `/my/${mine}`,
    ),
    '/seminars/offering',
    '/seminars/offering/enroll',
    '/seminars/applying/enroll',
    `/my/${await house.token('emine')}/questions`,
    `/my/${await house.token('waiting')}/questions`,
    ...['change', 'name', 'renew', 'more', 'data'].map((page) => `/my/${token}/${page}`),
    '/my',
    `/my/all/${overview}`,
    ...['', '?done=sent', '?done=stale'].map((page) => `/my/${token}/feed${page}`),
    `/my/${await house.token('emine')}/feed?done=ended`,
    `/calendar/${feed}/add`,
    '/calendar/ended',
    `/join/${join}`,
    '/seminars/closed',
    '/seminars/closed/enroll',
    `/seminars/closed/enroll?invitation=${invitation}`,
    '/nothing',
  ]
  const all = [
    doors.enroll,
    doors.group,
    doors.statistics,
    doors.my,
    doors.myQuestions,
    doors.join,
    doors.verify,
    doors.certificateFile,
    doors.catalog,
    ...doors.aroundMine,
  ]
  return { doors, paths, token, house: combineDoors(doors.world, all) }
}
