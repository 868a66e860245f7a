import type { Node } from 'constructs'

/** What differs between one association's installation and another's; all of it may be left out for a first look. */
export type Setting = {
  /** The association's own address, `lernhaus.example.org`; without it the API's own address serves. */
  domain: { name: string; certificateArn: string } | undefined
  /** The domain in whose name mails go out. */
  mailDomain: string
  mailFrom: string
  /** Who may sign in as administrator before anybody else was invited; empty for nobody. */
  firstAdministrator: string
  /** Who is told when something fails; empty for nobody. */
  alarmAddress: string
  /** The first part of the sign-in address, unique in its region; empty for one made of the account's number. */
  signInPrefix: string
  /**
   * Who mails the codes of the sign-in page: Cognito by itself (50 a day, in Amazon's name), or the house's own mail
   * domain, once it is verified.
   */
  signInMail: 'cognito' | 'ses'
  /** How many pairs of signing keys there are. One more, and the house signs with fresh ones; the older stay known. */
  keyGeneration: number
}

/** Reads the setting from the CDK context: `cdk.json`, or `-c name=value` on the command line. */
export function settingFrom(node: Node): Setting {
  const word = (name: string, otherwise = ''): string => {
    const given: unknown = node.tryGetContext(name) ?? otherwise
    if (typeof given !== 'string') throw new Error(`context ${name} must be text`)
    return given.trim()
  }
  const mailDomain = word('mailDomain', 'example.org')
  return {
    domain: domainFrom(word('domainName'), word('certificateArn')),
    mailDomain,
    mailFrom: word('mailFrom', `seminare@${mailDomain}`),
    firstAdministrator: word('firstAdministrator'),
    alarmAddress: word('alarmAddress'),
    signInPrefix: word('signInPrefix'),
    signInMail: word('signInMail', 'cognito') === 'ses' ? 'ses' : 'cognito',
    keyGeneration: generationFrom(word('keyGeneration', '1')),
  }
}

/** Each function is told all keys, and its environment has room for so many. */
function generationFrom(text: string): number {
  if (!/^[1-9]$/.test(text)) throw new Error('context keyGeneration must be a number from 1 to 9')
  return Number(text)
}

function domainFrom(name: string, certificateArn: string): Setting['domain'] {
  if (!name && !certificateArn) return undefined
  if (!name || !certificateArn)
    throw new Error('domainName and certificateArn belong together: set both or none')
  return { name, certificateArn }
}
