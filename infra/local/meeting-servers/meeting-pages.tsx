import { Document } from '../workbench-sheet.tsx'

/** A meeting that goes on, for the workbench. */
export type Running = { title: string; inside: readonly string[] }

type MeetingPageProps = {
  title: string
  name: string
  leads: boolean
  /** Where the buttons lead. */
  action: string
  present: readonly string[]
  waiting: readonly { name: string; token: string }[]
}

const notice = 'Practice meeting server — only on this machine'

/** Inside a meeting of a practice server. */
export const MeetingPage = ({ title, name, leads, action, present, waiting }: MeetingPageProps) => (
  <Document title={title} language="en" notice={notice}>
    <main class="narrow" data-meeting="inside">
      <h1>{title}</h1>
      <p role="status">You are inside, {name}.</p>
      <form method="post" action={`${action}/leave`}>
        <button type="submit">Leave</button>
      </form>
      {leads && (
        <form method="post" action={`${action}/end`}>
          <button type="submit">End the meeting for everybody</button>
        </form>
      )}
      <h2>Who is inside</h2>
      <ul class="card rows">
        {present.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      {leads && waiting.length > 0 && (
        <>
          <h2>Who waits</h2>
          <ul class="card rows">
            {waiting.map((one) => (
              <li>
                {one.name}
                <form method="post" action={`${action}/admit/${one.token}`}>
                  <button type="submit">Let {one.name} in</button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  </Document>
)

/** In front of the meeting, where one sees oneself before one goes in. */
export const DoorstepPage = ({ title, name, leads }: Pick<MeetingPageProps, 'title' | 'name' | 'leads'>) => (
  <Document title={title} language="en" notice={notice}>
    <main class="narrow" data-meeting="doorstep">
      <h1>{title}</h1>
      <p role="status">
        You will be seen as {name}
        {leads ? ', and lead the meeting.' : '.'}
      </p>
      {/* Without an address of its own it goes to this one, with the token in it. */}
      <form method="post">
        <button type="submit">Join the meeting</button>
      </form>
    </main>
  </Document>
)

/** The token of the address is wrong, too old, or for another room. */
export const TokenRefusedPage = () => (
  <Document title="Meeting" language="en" notice={notice}>
    <main class="narrow" data-meeting="refused">
      <h1>You are not allowed to join this meeting</h1>
      <p>Please go back to your personal page and press the button there again.</p>
    </main>
  </Document>
)

/** Before the meeting, until whoever leads it lets one in. */
export const LobbyPage = ({ title, name }: MeetingPageProps) => (
  <Document title={title} language="en" notice={notice} head={<meta http-equiv="refresh" content="5" />}>
    <main class="narrow" data-meeting="waiting">
      <h1>{title}</h1>
      <p role="status">Please wait, {name}. Somebody who leads the meeting will let you in.</p>
    </main>
  </Document>
)

/** The meeting is over, or one has left it. */
export const MeetingOverPage = () => (
  <Document title="Meeting" language="en" notice={notice}>
    <main class="narrow" data-meeting="over">
      <h1>You are outside</h1>
      <p>The meeting is over, or you have left it. Your personal link leads in again while it lasts.</p>
    </main>
  </Document>
)

/** The host leads another meeting at this moment; at Zoom each host leads one at a time. */
export const HostBusyPage = () => (
  <Document title="Meeting" language="en" notice={notice}>
    <main class="narrow" data-meeting="host-busy">
      <h1>The host has another meeting in progress</h1>
      <p>One host leads one meeting at a time. Please wait until the other one has ended.</p>
    </main>
  </Document>
)

/** The same address is in use on another device. */
export const MeetingElsewherePage = () => (
  <Document title="Meeting" language="en" notice={notice}>
    <main class="narrow" data-meeting="elsewhere">
      <h1>You are inside on another device</h1>
      <p>Your address leads in on one device at a time. Leave there first, then come in here.</p>
    </main>
  </Document>
)
