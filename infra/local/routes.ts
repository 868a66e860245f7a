import type { FunctionEntry, FunctionName } from '../manifest.ts'

type Segment = { is: 'exact'; text: string } | { is: 'one' | 'rest'; name: string }
type Route = { key: string; method: string; segments: Segment[]; function: FunctionName }

/** Which function answers, and what the variable parts of the path are. */
export type RouteMatch = { routeKey: string; function: FunctionName; parameters: Record<string, string> }

/** Finds the route of a request; undefined where the gateway answers "Not Found" itself. */
export type FindRoute = (method: string, path: string) => RouteMatch | undefined

const rank = { exact: 0, one: 1, rest: 2 } as const

/**
 * Reads the routes of the manifest as API Gateway does: exact parts win over `{one}`, those over `{rest+}`. There is
 * no HEAD for a GET route, and another method is as unknown as another path.
 */
export function routesOf(entries: readonly FunctionEntry[]): FindRoute {
  const routes = entries
    .flatMap((entry) => entry.routes.map((key) => readRoute(key, entry.name)))
    .sort((a, b) => compare(a.segments, b.segments))
  return (method, path) => {
    const parts = path.split('/').slice(1)
    for (const route of routes) {
      const parameters = route.method === method ? matchSegments(route.segments, parts) : undefined
      if (parameters) return { routeKey: route.key, function: route.function, parameters }
    }
    return undefined
  }
}

function readRoute(key: string, name: FunctionName): Route {
  const [method = '', path = ''] = key.split(' ')
  return { key, method, function: name, segments: path.split('/').slice(1).map(readSegment) }
}

function readSegment(text: string): Segment {
  const variable = /^\{(\w+)(\+?)\}$/.exec(text)
  if (!variable) return { is: 'exact', text }
  return { is: variable[2] ? 'rest' : 'one', name: variable[1] ?? '' }
}

function compare(a: Segment[], b: Segment[]): number {
  for (const [i, segment] of a.entries()) {
    const other = b[i]
    if (!other) return 1
    if (segment.is !== other.is) return rank[segment.is] - rank[other.is]
  }
  return a.length - b.length
}

function matchSegments(segments: Segment[], parts: string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {}
  for (const [i, segment] of segments.entries()) {
    const part = parts[i]
    if (part === undefined) return undefined
    if (segment.is === 'exact') {
      if (segment.text !== part) return undefined
    } else if (segment.is === 'one') {
      if (part === '') return undefined
      parameters[segment.name] = part
    } else {
      const rest = parts.slice(i).join('/')
      if (rest === '') return undefined
      return { ...parameters, [segment.name]: rest }
    }
  }
  return parts.length === segments.length ? parameters : undefined
}
