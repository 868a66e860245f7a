import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** They raise whole systems or browsers, and each wants a process of its own; the slowest first. */
const systems = [
  'test/journey/journey.test.ts',
  'test/journey/mails.test.ts',
  'test/local/start.test.ts',
  'test/web/accessible.test.ts',
  'test/web/office-accessible.test.ts',
  'test/web/check.test.ts',
  'test/local/**/*.test.ts',
]

/** What takes long begins first, so that at the end no core waits for the other. */
class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = systems.findIndex((pattern) => moduleId.includes(pattern.replace(/\*\*.*$/, '')))
      return at < 0 ? systems.length : at
    }
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    pool: 'forks',
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 30_000,
    sequence: { sequencer: SlowestFirst },
    projects: [
      { extends: true, test: { name: 'systems', include: systems } },
      {
        extends: true,
        test: { name: 'house', include: ['test/**/*.test.{ts,tsx}'], exclude: systems, isolate: false },
      },
    ],
  },
})
