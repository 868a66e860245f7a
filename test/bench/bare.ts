import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'

const database = new DynamoDBClient({ region: 'eu-central-1' })
const door = new Hono().get('/', async (c) => {
  const found = await database.send(new GetItemCommand({ TableName: 'things', Key: { pk: { S: 'thing' } } }))
  return c.json(found.Item ?? null)
})

/** The least that a function with a page and a table needs; the bench measures ours against it. */
export const handler = handle(door)
