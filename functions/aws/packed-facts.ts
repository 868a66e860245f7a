import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'

/**
 * DynamoDB bills writes by the started kilobyte, twice in a transaction. With keys and marks around them, facts of this
 * many bytes are near the first; a letter or an enrollment is half as long when it is packed (RFC 1951).
 */
const packsFrom = 600

/** A field that a form may bring by this name would get lost in the marshaller, which takes it for something else. */
const misread = '"__proto__"'

/** Facts as they lie in the table: small ones readable, larger ones packed. */
export function attributeFrom(facts: object): AttributeValue {
  const text = JSON.stringify(facts)
  if (text.length < packsFrom && !text.includes(misread))
    return marshall({ facts }, { removeUndefinedValues: true }).facts ?? { M: {} }
  return { B: deflateRawSync(text) }
}

/** Reads them back, whichever way they lie there. */
export function factsFrom(attribute: AttributeValue | undefined): unknown {
  if (attribute?.B) return JSON.parse(inflateRawSync(attribute.B).toString('utf8'))
  return attribute && unmarshall({ facts: attribute }).facts
}
