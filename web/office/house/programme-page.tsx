import { ButtonForm, ButtonLink, type FieldErrors } from '../../parts/form.tsx'
import { FactList } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { certificateLookText } from '../../text/certificate-look.ts'
import { letterTextsText } from '../../text/letter-texts.ts'
import { meetingServersText } from '../../text/meeting-servers.ts'
import { officeHouseText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import { type PlainField, PlainForm, plainFormName } from '../plain-form.tsx'
import { shortDay } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import { lookPath } from './look-page.tsx'
import { serversPath } from './servers-page.tsx'

/** What the house says about itself, who pays, and who belongs to it. */
export function ProgrammePage({ visit, done }: { visit: Visit; done?: string | undefined }) {
  const { setting, programme } = visit
  const text = officeHouseText[setting.language].programme
  const { organisation, phases, associations } = programme
  return (
    <OfficePage visit={visit} area="programme" title={text.title} done={done} wide>
      <section>
        <h2>{text.organisation}</h2>
        <p class="hint">{text.organisationHint}</p>
        <FactList
          facts={[
            [text.name, organisation.name],
            [text.city, organisation.city || '–'],
            [text.signer, organisation.signer || '–'],
          ]}
        />
        <p>
          <ButtonLink
            kind="quiet"
            href={inside(setting, '/office/programme/organisation')}
            label={text.editNamed(text.organisation)}
          />
        </p>
      </section>
      <section>
        <h2>{letterTextsText[setting.language].textsTitle}</h2>
        <p class="hint">{letterTextsText[setting.language].textsLead}</p>
        <p>
          <ButtonLink
            kind="quiet"
            href={inside(setting, '/office/programme/letters')}
            label={letterTextsText[setting.language].textsToPage}
          />
        </p>
      </section>
      <section>
        <h2>{certificateLookText[setting.language].title}</h2>
        <p class="hint">{certificateLookText[setting.language].lead}</p>
        <p>
          <ButtonLink
            kind="quiet"
            href={inside(setting, lookPath)}
            label={certificateLookText[setting.language].toPage}
          />
        </p>
      </section>
      <section>
        <h2>{meetingServersText[setting.language].title}</h2>
        <p class="hint">{meetingServersText[setting.language].lead}</p>
        <p>
          <ButtonLink
            kind="quiet"
            href={inside(setting, serversPath)}
            label={meetingServersText[setting.language].toPage}
          />
        </p>
      </section>
      <section>
        <h2>{text.phases}</h2>
        <DataTable
          caption={text.phases}
          captionHidden
          head={[text.phaseTitle, text.funder, text.from, text.until]}
          rows={phases.map((phase) => [
            <a href={inside(setting, `/office/programme/phases/${phase.id}`)}>{phase.title}</a>,
            phase.funder,
            shortDay(phase.from, setting.language),
            shortDay(phase.until, setting.language),
          ])}
          empty={text.noPhases}
        />
        <p>
          <ButtonLink
            kind="quiet"
            href={inside(setting, '/office/programme/phases/new')}
            label={text.newPhase}
          />
        </p>
      </section>
      <section>
        <h2>{text.associations}</h2>
        <DataTable
          caption={text.associations}
          captionHidden
          head={[text.associationName, text.place, text.region]}
          rows={associations.map((association) => [
            <a href={inside(setting, `/office/programme/associations/${association.id}`)}>
              {association.name}
            </a>,
            association.place,
            association.region || '–',
          ])}
          empty={text.noAssociations}
        />
        <p>
          <ButtonLink
            kind="quiet"
            href={inside(setting, '/office/programme/associations/new')}
            label={text.newAssociation}
          />
        </p>
      </section>
    </OfficePage>
  )
}

type ProgrammeFormProps = {
  visit: Visit
  form: { title: string; hint?: string; path: string; fields: PlainField[]; removableId?: string }
  values: Values
  errors: FieldErrors
  refusal?: string
}

/** One thing of the programme to fill in or to change. */
export function ProgrammeFormPage({ visit, form, ...shown }: ProgrammeFormProps) {
  const { title } = officeHouseText[visit.setting.language].programme
  const back = { path: '/office/programme', label: title }
  return (
    <OfficePage
      visit={visit}
      area="programme"
      title={form.title}
      path={form.path}
      form={plainFormName}
      back={back}
    >
      {form.hint && <p>{form.hint}</p>}
      <PlainForm visit={visit} action={form.path} fields={form.fields} {...shown} />
      {form.removableId && <RemoveAssociation visit={visit} id={form.removableId} />}
    </OfficePage>
  )
}

/** A member leaves the list; behind a sentence that says what that means. */
function RemoveAssociation({ visit, id }: { visit: Visit; id: string }) {
  const text = officeHouseText[visit.setting.language].programme
  return (
    <details class="confirm">
      <summary class="button button-danger">{text.remove}</summary>
      <p>{text.removeExplained}</p>
      <ButtonForm
        kind="danger"
        action={inside(visit.setting, `/office/programme/associations/${id}/remove`)}
        label={text.removeNow}
      />
    </details>
  )
}
