/** What the provider hands over for keeping. */
type Payload = Record<string, unknown> & { grantId?: string; uid?: string; consumed?: number }

const kept = new Map<string, { payload: Payload; until: number }>()

/** Where the local sign-in keeps codes and sessions: in memory, as a restart in the middle of one only repeats it. */
export const openIdMemory = (model: string) => {
  const nameOf = (id: string) => `${model}:${id}`
  const find = (id: string): Payload | undefined => {
    const found = kept.get(nameOf(id))
    return found && found.until > Date.now() ? found.payload : undefined
  }
  return {
    async upsert(id: string, payload: Payload, expiresIn = 3600): Promise<void> {
      for (const [name, { until }] of kept) if (until <= Date.now()) kept.delete(name)
      kept.set(nameOf(id), { payload, until: Date.now() + expiresIn * 1000 })
    },
    find: async (id: string) => find(id),
    findByUid: async (uid: string) =>
      [...kept].find(([name, { payload }]) => name.startsWith(`${model}:`) && payload.uid === uid)?.[1]
        .payload,
    findByUserCode: async () => undefined,
    async destroy(id: string): Promise<void> {
      kept.delete(nameOf(id))
    },
    async revokeByGrantId(grantId: string): Promise<void> {
      for (const [name, { payload }] of kept) if (payload.grantId === grantId) kept.delete(name)
    },
    async consume(id: string): Promise<void> {
      const payload = find(id)
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
    },
  }
}
