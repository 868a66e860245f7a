import type { PrivacyText } from './privacy.ts'

/** The privacy notice, in German. */
export const privacyDe: PrivacyText = {
  title: 'Datenschutzhinweis',
  lead: 'Wir fragen nur, was wir für die Seminare brauchen, und zeigen Ihre Angaben nicht öffentlich. Hier steht, was wir speichern, wofür, wie lange und welche Rechte Sie haben (Art. 13 DSGVO).',
  version: (version) => `Fassung ${version}`,
  contact: (address) => `Fragen zum Datenschutz: ${address}`,
  sections: {
    controller: {
      heading: 'Wer verantwortlich ist',
      text: ['Verantwortlich für die Verarbeitung Ihrer Daten ist:'],
    },
    what: {
      heading: 'Was wir speichern',
      text: [
        [
          'bei der Anmeldung: Vor- und Nachname, E-Mail-Adresse, Ihren Verein, Ihre Sprache und, wenn Sie etwas dazu schreiben, Ihre Mitteilung,',
          'Ihre Antworten auf die Fragen, die ein Seminar im Formular stellt; wofür und wie lange, steht bei jeder Frage. Besonders geschützte Antworten, zum Beispiel zu Unterstützungsbedarf, liegen getrennt und sind nur der Koordination zugänglich,',
          'dazu den Zeitpunkt der Anmeldung, der Bestätigung oder der Abmeldung, Ihre Nummer in der Reihe und die Fassung dieses Hinweises,',
          'in den Terminen: wann Sie gekommen und gegangen sind oder welchen Code Sie eingegeben haben, daraus die Minuten Ihrer Anwesenheit,',
          'danach: Ihre Teilnahmebescheinigung mit dem, was darauf gedruckt ist, die Prüfsumme der PDF-Datei, in manchen Seminaren das Ja oder Nein dazu, und falls sie zurückgezogen wurde, wann und warum,',
          'wenn Sie einen Abo-Link für Ihren Kalender anfordern: einen Abdruck des Links und wann er entstand, bis Sie ihn beenden,',
          'die E-Mails, die wir Ihnen schicken, und ob sie angekommen sind.',
        ],
      ],
    },
    why: {
      heading: 'Wofür und auf welcher Grundlage',
      text: [
        [
          'um das Seminar mit Ihnen durchzuführen: Platz, Einladung, Erinnerung, Bescheinigung (Art. 6 Abs. 1 lit. b DSGVO),',
          'um dem Fördergeber zu belegen, dass das Seminar stattgefunden hat und wer dabei war (Art. 6 Abs. 1 lit. c und f DSGVO; unser Interesse ist, die Förderung ordnungsgemäß nachzuweisen),',
          'damit andere die Echtheit Ihrer Bescheinigung prüfen können, wenn Sie ihnen die Nummer geben (Art. 6 Abs. 1 lit. f DSGVO).',
        ],
      ],
    },
    belief: {
      heading: 'Angaben, die etwas über Ihren Glauben verraten können',
      text: [
        'Schon die Anmeldung bei einer Religionsgemeinschaft kann auf eine Überzeugung hinweisen. Solche Daten sind besonders geschützt. Wir verarbeiten sie nur, weil Sie mit dem Häkchen im Anmeldeformular ausdrücklich einwilligen (Art. 9 Abs. 2 lit. a DSGVO).',
        'Sie können die Einwilligung jederzeit für die Zukunft widerrufen: auf Ihrer persönlichen Seite durch die Abmeldung oder durch eine Nachricht an uns. Was bis dahin geschah, bleibt rechtmäßig.',
      ],
    },
    who: {
      heading: 'Wer Ihre Angaben sieht',
      text: [
        [
          'die Koordinatorinnen und Koordinatoren unseres Verbandes,',
          'die Referentin oder der Referent Ihres Seminars: die Namen der Teilnehmenden,',
          'in Online-Terminen die anderen Teilnehmenden: den Namen, mit dem Sie dort erscheinen,',
          'der Fördergeber, wenn er eine Teilnahmeliste verlangt: Name, Verein, Ort und Anwesenheit,',
          'wer die Nummer Ihrer Bescheinigung hat: was auf der Bescheinigung steht.',
        ],
        'Wir verkaufen nichts und geben nichts zur Werbung weiter.',
      ],
    },
    meetings: {
      heading: 'Online-Termine auf einem Meeting-Server',
      text: [
        'Ein Online-Termin findet in unserem eigenen Seminarraum statt oder auf einem Meeting-Server: einem mit BigBlueButton, einem mit Jitsi, bei 8x8 (Jitsi als Dienst) oder bei Zoom. Auf unsere Nachfrage oder von selbst sagt uns der Server, wann jemand gekommen und gegangen ist; bei Jitsi und 8x8 erfahren wir das nicht.',
        [
          'Der Server erfährt von uns erst dann etwas, wenn Sie den Termin betreten: Ihren Namen und eine Kennung, die nur wir Ihnen zuordnen können.',
          'Ihre E-Mail-Adresse bekommt er nicht. Zoom verlangt eine; dort steht eine erfundene Adresse, unter der niemand Post bekommt.',
          'Wie jede Seite im Internet sieht der Server Ihre IP-Adresse, und er überträgt, was Sie sagen, zeigen und schreiben.',
          'Zoom Communications, Inc. und 8x8, Inc. haben ihren Sitz in den USA. Daten gehen dorthin nur auf Grundlage des Angemessenheitsbeschlusses (Art. 45 DSGVO) oder von Standardvertragsklauseln (Art. 46 DSGVO).',
          'Führt ein Termin zu einer anderen Adresse, übermitteln wir dorthin nichts. Dort gilt der Datenschutzhinweis dieses Anbieters.',
          'Übernehmen wir die Anwesenheit aus der Datei eines Anbieters, löschen wir die Datei danach, spätestens nach 24 Stunden. Namen von Personen, die nicht zum Seminar gehören, behalten wir nicht.',
        ],
      ],
    },
    where: {
      heading: 'Wo die Daten liegen',
      text: [
        'Für Betrieb und Versand der E-Mails nutzen wir Amazon Web Services EMEA SARL (Luxemburg) als Auftragsverarbeiter (Art. 28 DSGVO). Die Daten liegen verschlüsselt in einem Rechenzentrum in der Europäischen Union. Sollte ausnahmsweise ein Zugriff aus den USA nötig sein, gilt der Angemessenheitsbeschluss der EU-Kommission (EU-US Data Privacy Framework, Art. 45 DSGVO).',
      ],
    },
    howLong: {
      heading: 'Wie lange',
      text: [
        [
          'Eine Anmeldung, die Sie nicht bestätigen, verfällt nach 24 Stunden.',
          'Antworten auf Fragen eines Seminars löschen wir an dem Tag, der bei der Frage steht, besonders geschützte gleich nach dem letzten Termin. Melden Sie sich ab, löschen wir alle sofort.',
          'Die Angaben zur Statistik speichern wir von Anfang an ohne Verbindung zu Ihnen, nur als Summen.',
          'E-Mails in unserem Postausgang löschen wir nach 90 Tagen.',
          'Nachrichten der Koordination, ihre Anhänge und die Liste, an wen sie gingen, löschen wir nach 100 Tagen.',
          'Anmeldung und Anwesenheit bei geförderten Seminaren bewahren wir auf, solange der Fördergeber Belege verlangt: in der Regel fünf Jahre, nachdem der Verwendungsnachweis abgegeben ist. Bei anderen Seminaren löschen wir sie, wenn sie nicht mehr gebraucht werden. Verlangen Sie vorher die Löschung, bleiben nur ein Platz und seine Minuten, ohne Namen, Adresse und Verein.',
          'Die Bescheinigung bleibt gespeichert, damit sie geprüft werden kann, bis Sie ihre Löschung verlangen.',
        ],
      ],
    },
    visit: {
      heading: 'Beim Besuch dieser Seiten',
      text: [
        'Für Teilnehmende setzen wir keine Cookies, zählen keine Besuche und laden nichts von fremden Seiten. Um Ihnen die Seite zu schicken, verarbeitet unser Dienstleister kurzzeitig Ihre IP-Adresse (Art. 6 Abs. 1 lit. f DSGVO). In unseren eigenen Protokollen stehen keine Namen, keine E-Mail-Adressen und keine persönlichen Links.',
        'Wenn Sie ein Anmeldeformular absenden, zählen wir zum Schutz vor Missbrauch eine Stunde lang, wie viele von Ihrem Anschluss kommen. Dafür speichern wir Ihre IP-Adresse nur als verschlüsselten Abdruck und vergessen ihn nach einem Tag (Art. 6 Abs. 1 lit. f DSGVO).',
        'Ebenso zählen wir, wie viele Bescheinigungen in einer Minute von Ihrem Anschluss geprüft werden. Vergleichen Sie dort eine PDF-Datei, bleibt sie auf Ihrem Gerät.',
      ],
    },
    rights: {
      heading: 'Ihre Rechte',
      text: [
        'Sie können jederzeit und kostenlos verlangen: Auskunft über Ihre Daten (Art. 15), Berichtigung (Art. 16), Löschung (Art. 17), Einschränkung der Verarbeitung (Art. 18) und Ihre Daten in einem gängigen Format (Art. 20 DSGVO).',
        'Auskunft, Datei und Löschung bekommen Sie sofort und ohne Brief: auf Ihrer persönlichen Seite unter „Meine Daten ansehen, herunterladen oder löschen“. Nach der Löschung bleiben nur Zahlen ohne Namen (Plätze und Minuten).',
        'Wo wir uns auf ein berechtigtes Interesse stützen, können Sie aus Gründen, die sich aus Ihrer besonderen Situation ergeben, widersprechen (Art. 21 DSGVO). Eine formlose Nachricht genügt.',
      ],
    },
    complaint: {
      heading: 'Beschwerde',
      text: [
        'Sie können sich bei einer Datenschutzaufsichtsbehörde beschweren (Art. 77 DSGVO), zum Beispiel bei der Ihres Bundeslandes oder bei der, die für unseren Sitz zuständig ist.',
      ],
    },
    must: {
      heading: 'Müssen Sie etwas angeben?',
      text: [
        'Kein Gesetz verpflichtet Sie dazu. Ohne Namen, E-Mail-Adresse und Verein können wir Sie aber nicht anmelden. Die Mitteilung ist freiwillig; bitte schreiben Sie nichts hinein, was wir nicht wissen müssen.',
      ],
    },
    automatic: {
      heading: 'Was von selbst geschieht',
      text: [
        'Plätze werden in der Reihenfolge der Anmeldung vergeben. Die Bescheinigung entsteht, wenn Ihre Minuten die Grenze erreichen, die auf der Seite des Seminars steht. Ein Profil über Sie wird nicht gebildet. Wenn etwas nicht stimmt, schreiben Sie uns: dann prüft es ein Mensch.',
      ],
    },
  },
}
