import { CfnOutput, Stack } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  type DomainMappingOptions,
  DomainName,
  HttpApi,
  type HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import type { Construct } from 'constructs'
import { accept } from './findings.ts'
import { type Lambda, makeLogGroup } from './lambda.ts'
import type { Setting } from './setting.ts'

/** The doors of the house: the API, and the origin under which people reach it. */
export type Doors = { api: HttpApi; origin: string }

/**
 * The HTTP API, without any route yet. Functions may know its address, because only routes know the functions.
 */
export function makeDoors(scope: Construct, { domain }: Setting): Doors {
  const api = new HttpApi(scope, 'api', {
    description: 'The doors of Lernhaus',
    createDefaultStage: false,
    disableExecuteApiEndpoint: domain !== undefined,
  })
  const ownDomain = domain && makeDomain(scope, domain)
  new HttpStage(scope, 'stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    // Twice the rush that was ever measured for one seminar; beyond it the bill is protected, not the visitor.
    throttle: { rateLimit: 500, burstLimit: 1_000 },
    accessLogSettings: {
      destination: new LogGroupLogDestination(makeLogGroup(scope, 'access')),
      format: accessLine,
    },
    ...(ownDomain && { domainMapping: ownDomain }),
  })
  accept(
    api,
    'AwsSolutions-APIG4',
    'Pages are public or opened by a personal link; the office asks for a session on each request, inside the function.',
  )
  const { region, urlSuffix } = Stack.of(scope)

  return {
    api,
    origin: domain ? `https://${domain.name}` : `https://${api.apiId}.execute-api.${region}.${urlSuffix}`,
  }
}

/** Never the path or the query: they hold the secret of a personal link. Nor who asked. */
const accessLine = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    route: '$context.routeKey',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
  }),
)

function makeDomain(
  scope: Construct,
  { name, certificateArn }: NonNullable<Setting['domain']>,
): DomainMappingOptions {
  const domainName = new DomainName(scope, 'domain', {
    domainName: name,
    certificate: Certificate.fromCertificateArn(scope, 'certificate-of-domain', certificateArn),
  })
  new CfnOutput(scope, 'DomainRecord', {
    description: `DNS: the CNAME record of ${name}`,
    value: domainName.regionalDomainName,
  })
  return { domainName }
}

/** Leads each route (`GET /seminars/{slug}`) to its function; what else is asked for by GET goes to the public pages. */
export function leadRoutes({ api }: Doors, routes: readonly string[], to: Lambda): void {
  if (routes.length === 0) return
  const integration = new HttpLambdaIntegration(`to-${to.node.id}`, to, { scopePermissionToRoute: false })
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ')
    api.addRoutes({ path, methods: [method as HttpMethod], integration })
  }
}
