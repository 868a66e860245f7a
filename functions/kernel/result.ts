/** What a verb answers: the thing that happened, or the reason why it was refused. Faults are exceptions. */
export type Result<Value, Refusal extends { code: string }> =
  | { ok: true; value: Value }
  | { ok: false; refusal: Refusal }

/** The verb did what it was asked. */
export const accept = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

/** The verb declines for a reason that everybody expected; `code` names it. */
export const refuse = <Refusal extends { code: string }>(
  refusal: Refusal,
): { ok: false; refusal: Refusal } => ({ ok: false, refusal })
