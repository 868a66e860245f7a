import * as v from 'valibot'
import { instantSchema } from '../kernel/time.ts'

/**
 * How a seat that becomes free is given on. at-once: the next person has it and is told · offer: the next person is
 * asked and has some hours to accept; then it is the turn of the one after.
 */
export const promotions = ['at-once', 'offer'] as const
export type Promotion = (typeof promotions)[number]

/** No group that enrolls together is larger. */
export const mostInGroup = 10

/** Seats that are kept for one association until a date. */
const reservationSchema = v.object({
  associationId: v.string(),
  seats: v.pipe(v.number(), v.integer(), v.minValue(1)),
})
export type Reservation = v.InferOutput<typeof reservationSchema>

/** The rules by which the seats of a seminar are given. */
export const placesSchema = v.object({
  /** How many may wait at the same time; 0: there is no waiting list; null: any number. */
  waitingSize: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  promotion: v.picklist(promotions),
  /** Hours for which an offer holds; fewer when the start is near. */
  offerHours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(168)),
  /** A coordinator admits or declines each person before a seat is given. */
  approval: v.boolean(),
  reserved: v.array(reservationSchema),
  /** Until then reserved seats are kept; afterwards they are everybody's. */
  reservedUntil: v.nullable(instantSchema),
  /** At most so many people of one association; null: any number. */
  mostPerAssociation: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Until then everybody waits; then seats go to people who never took part before, then to the others. */
  newcomersUntil: v.nullable(instantSchema),
  /** One person may enroll several of their association. */
  groups: v.boolean(),
  /** People may choose some of the sessions instead of all. */
  singleSessions: v.boolean(),
})
export type Places = v.InferOutput<typeof placesSchema>

/** The rules that most seminars have: first come, first served, and the next moves up at once. */
export const plainPlaces: Places = {
  waitingSize: null,
  promotion: 'at-once',
  offerHours: 24,
  approval: false,
  reserved: [],
  reservedUntil: null,
  mostPerAssociation: null,
  newcomersUntil: null,
  groups: true,
  singleSessions: false,
}

export const reservedSeats = ({ reserved }: Places): number =>
  reserved.reduce((sum, { seats }) => sum + seats, 0)
