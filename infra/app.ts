import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { SeminarStack } from './seminar-stack.ts'
import { settingFrom } from './setting.ts'

// One stage for now: one association, one account, the region in which the command line works.
const app = new App()
new SeminarStack(app, 'Lernhaus', {
  description: 'Lernhaus: online seminars from the first click to the proof',
  terminationProtection: true,
  setting: settingFrom(app.node),
})
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
