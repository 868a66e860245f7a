import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { projectFolder } from '../../infra/bundle.ts'
import { functions } from '../../infra/manifest.ts'
import { SeminarStack } from '../../infra/seminar-stack.ts'
import { settingFrom } from '../../infra/setting.ts'

/** One thing of the template, as CloudFormation reads it. */
export type Resource = { Type: string; Properties: Properties; DeletionPolicy?: string }
export type Properties = { [name: string]: unknown }

/**
 * The house's stack under these words of context. Without its code it is quick, and whole in everything else.
 */
export function buildStack(context: Record<string, string> = {}, code: 'bundled' | 'left-out' = 'left-out') {
  const outdir = mkdtempSync(join(tmpdir(), 'lernhaus-stack-'))
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }))
  const flags = JSON.parse(readFileSync(join(projectFolder, 'cdk.json'), 'utf8')).context
  const app = new App({
    outdir,
    context: { ...flags, ...context, ...(code === 'left-out' && { 'aws:cdk:bundling-stacks': [] }) },
  })
  const stack = new SeminarStack(app, 'Lernhaus', { setting: settingFrom(app.node) })
  const template = Template.fromStack(stack)
  const resources: Record<string, Resource> = template.toJSON().Resources
  const ofType = (type: string): [string, Properties][] =>
    Object.entries(resources).flatMap(([id, r]) => (r.Type === type ? [[id, r.Properties]] : []))
  /** Under which id a function of the manifest stands in the template. */
  const functionId = (name: string): string => {
    const purpose = functions.find((entry) => entry.name === name)?.purpose
    const [id] = ofType('AWS::Lambda::Function').find(([, p]) => p.Description === purpose) ?? []
    if (!id) throw new Error(`no function ${name}`)
    return id
  }
  return {
    app,
    stack,
    file: join(outdir, 'Lernhaus.template.json'),
    outputs: template.toJSON().Outputs as Record<string, { Value: unknown }>,
    resources,
    ofType,
    /** The only thing of its kind. */
    the(type: string): Properties {
      const [[, properties] = []] = ofType(type)
      if (!properties || ofType(type).length > 1) throw new Error(`not exactly one ${type}`)
      return properties
    },
    propertiesOf: (id: string): Properties => resources[id]?.Properties ?? {},
    functionId,
    /** Where the bundle of a function lies that is handed to AWS. */
    bundleOf(name: string): string {
      const code = resources[functionId(name)]?.Properties.Code as { S3Key: string } | undefined
      return join(outdir, `asset.${code?.S3Key.replace(/\.zip$/, '')}`)
    },
  }
}

const pseudo: Record<string, string> = {
  'AWS::Region': 'eu-central-1',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::Partition': 'aws',
  'AWS::AccountId': '123456789012',
}

/** What a value of the template will be after deployment, with the ids of the template in place of Amazon's. */
export function deployed(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value as Properties
  if (typeof Ref === 'string') return pseudo[Ref] ?? Ref
  if (Array.isArray(attribute)) return attribute.join('.')
  if (Array.isArray(join)) return (join[1] as unknown[]).map(deployed).join(String(join[0]))
  throw new Error(`cannot read ${JSON.stringify(value)}`)
}
