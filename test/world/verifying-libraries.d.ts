/** The parts of the public verifying libraries that the tests use; they bring no types. */
declare module '@digitalbazaar/vc' {
  type Verdict = {
    verified: boolean
    error?: { message: string; errors?: Error[] }
    statusResult?: { error?: Error }
  }
  export function verifyCredential(options: {
    credential: object
    suite: object
    documentLoader: (address: string) => Promise<object>
    checkStatus?: (options: { credential: object }) => Promise<{ verified: boolean; error?: Error }>
    now?: Date
  }): Promise<Verdict>
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object })
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}

declare module '@digitalbazaar/data-integrity-context' {
  const context: { contexts: ReadonlyMap<string, object> }
  export = context
}

declare module '@digitalbazaar/multikey-context' {
  const context: { contexts: ReadonlyMap<string, object> }
  export = context
}
