import { Hono } from 'hono'
import { people } from './people.ts'
import type { WorkbenchWorld } from './workbench.tsx'
import { Sheet } from './workbench-sheet.tsx'

/** Whom one can sign in as. */
export function peoplePages({ origins }: WorkbenchWorld): Hono {
  const pages = new Hono()
  pages.get('/people', (c) => c.html(<People office={`${origins.public}/office`} />))
  return pages
}

const People = ({ office }: { office: string }) => (
  <Sheet title="People to sign in as" place="/people">
    <p>
      Open the <a href={office}>office</a> and choose one of them; there are no passwords. Participants need
      no account: they have the links in their mails.
    </p>
    <ul class="card rows">
      {people.map(({ name, email, role, may }) => (
        <li>
          <strong>{name}</strong> — {role ?? 'no role'}
          <span class="quiet">
            {email}: {may}
          </span>
        </li>
      ))}
    </ul>
  </Sheet>
)
