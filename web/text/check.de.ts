/** The words of the page on which people try out their technology, German. */
export const de = {
  title: 'Technik prüfen und teilnehmen',
  lead: 'Hier probieren Sie in zwei Minuten aus, ob bei Ihnen alles klappt. Darunter steht Schritt für Schritt, wie Sie teilnehmen.',
  link: 'Technik vorher prüfen',
  tests: 'Ausprobieren',
  private:
    'Bild und Ton bleiben auf Ihrem Gerät. Nichts wird aufgenommen, gespeichert oder weitergegeben. Cookies braucht die Seite nicht.',
  withoutScript:
    'Die Tests laufen nur mit JavaScript. Es ist in diesem Browser ausgeschaltet. Alles andere auf dieser Seite gilt auch so.',
  browser: { title: 'Browser' },
  devices: {
    title: 'Kamera und Mikrofon',
    text: 'Nach dem Druck auf den Knopf fragt der Browser um Erlaubnis. Bitte wählen Sie „Zulassen“ und sprechen Sie dann ein paar Worte.',
    start: 'Kamera und Mikrofon testen',
    stop: 'Beenden',
    preview: 'Das Bild Ihrer Kamera',
    level: 'Lautstärke Ihres Mikrofons',
  },
  speaker: {
    title: 'Lautsprecher oder Kopfhörer',
    text: 'Der Knopf spielt einen kurzen Ton.',
    start: 'Ton abspielen',
    question: 'Haben Sie den Ton gehört?',
    yes: 'Ja, gehört',
    no: 'Nein, nichts',
  },
  speed: {
    title: 'Verbindung',
    text: 'Gemessen wird nur der Weg zu unserem eigenen Server.',
    start: 'Verbindung messen',
  },
  verdict: 'Ergebnis',
  /** What the script says; it fills in what stands in braces. */
  said: {
    browserGood: 'Ihr Browser ist geeignet, und die Seite ist sicher verbunden.',
    browserOld:
      'Dieser Browser kann keine Video-Treffen. Bitte nehmen Sie einen aktuellen Browser: Firefox, Chrome, Edge oder Safari.',
    browserInsecure:
      'Diese Seite ist nicht sicher verbunden (https). Darum gibt der Browser Kamera und Mikrofon nicht frei. Bitte öffnen Sie den Link aus unserer E-Mail.',
    devicesAsking: 'Der Browser fragt jetzt um Erlaubnis. Bitte wählen Sie „Zulassen“.',
    devicesGood: 'Beides läuft. Kamera: {camera}. Mikrofon: {microphone}. Sehen Sie sich im Bild?',
    cameraOnly: 'Die Kamera läuft ({camera}), das Mikrofon nicht.',
    microphoneOnly:
      'Das Mikrofon läuft ({microphone}), die Kamera nicht. Ohne Bild können Sie auch teilnehmen.',
    denied:
      'Die Erlaubnis fehlt. Drücken Sie auf das Zeichen links neben der Adresse (Schloss oder Regler), erlauben Sie Kamera und Mikrofon und testen Sie noch einmal.',
    none: 'Es wurde kein Gerät gefunden. Ist es angeschlossen und eingeschaltet?',
    busy: 'Ein anderes Programm benutzt das Gerät gerade. Schließen Sie Zoom, Teams, Skype oder andere Fenster mit Video und testen Sie noch einmal.',
    broken: 'Das Gerät antwortet nicht. Starten Sie den Browser neu und testen Sie noch einmal.',
    devicesStopped: 'Kamera und Mikrofon sind wieder aus.',
    levelWaiting: 'Bitte sprechen Sie ein paar Worte.',
    levelHeard: 'Wir hören Sie: Das Mikrofon funktioniert.',
    levelSilent:
      'Es kommt noch kein Ton an. Ist das Mikrofon stumm geschaltet, am Headset oder in den Einstellungen?',
    unnamed: 'ohne Namen',
    tonePlaying: 'Der Ton spielt jetzt.',
    toneImpossible: 'Dieser Browser kann den Ton nicht abspielen.',
    speakerGood: 'Gut. Ihr Lautsprecher funktioniert.',
    speakerBad:
      'Drehen Sie die Lautstärke auf, schalten Sie „Stumm“ aus und prüfen Sie den Stecker oder Bluetooth. Dann spielen Sie den Ton noch einmal.',
    speedRunning: 'Es wird gemessen …',
    speedGood: 'Genug für Ton und Bild ({mbit} Mbit/s, Antwort nach {ms} ms).',
    speedPart:
      'Genug für Ton, für Bild wird es knapp ({mbit} Mbit/s, Antwort nach {ms} ms). Lassen Sie Ihre Kamera am besten aus.',
    speedBad:
      'Zu langsam ({mbit} Mbit/s, Antwort nach {ms} ms). Gehen Sie näher an das WLAN-Gerät, oder nehmen Sie ein anderes Netz.',
    speedNone:
      'Unser Server hat nicht geantwortet. Haben Sie Internet? Versuchen Sie es in einer Minute noch einmal.',
    verdictOpen: 'Noch nicht getestet: {open}.',
    verdictGood: 'Alles bereit. Sie können mit Bild und Ton teilnehmen.',
    verdictSlow: 'Sie können teilnehmen, am besten mit ausgeschalteter Kamera: Die Verbindung ist knapp.',
    verdictCamera: 'Sie können hören und sprechen. Nur Ihr Bild fehlt; das ist kein Hindernis.',
    verdictMicrophone:
      'Sie können zuhören und im Chat schreiben. Zum Sprechen fehlt noch das Mikrofon; Hilfe steht unten.',
    verdictSpeaker: 'So würden Sie nichts hören. Bitte sehen Sie unten unter „Kein Ton“ nach.',
    verdictSpeed: 'Die Verbindung reicht so nicht. Bitte versuchen Sie es mit einem anderen Netz oder Gerät.',
    verdictBrowser:
      'Mit diesem Browser geht es nicht. Bitte nehmen Sie einen anderen Browser oder ein anderes Gerät.',
  },
  how: {
    title: 'So nehmen Sie teil',
    steps: [
      'Öffnen Sie die E-Mail mit der Einladung. Darin ist ein Knopf: „In den Online-Raum“. Derselbe Weg steht auf Ihrer persönlichen Seite.',
      'Der Knopf öffnet eine Seite mit Ihrem Termin. Die Tür öffnet meist 30 Minuten vor Beginn; die genaue Zeit steht in der E-Mail.',
      'Ist die Tür offen, drücken Sie auf „Jetzt teilnehmen“. Sie brauchen kein Konto und kein Passwort.',
      'Der Browser fragt nach Mikrofon und Kamera. Wählen Sie „Zulassen“. Beides dürfen Sie im Raum aus- und einschalten.',
      'Verbindung weg? Drücken Sie denselben Knopf noch einmal. Ihre Minuten werden zusammengezählt.',
    ],
    ways: [
      {
        title: 'Mit dem Handy oder Tablet',
        list: [
          'Öffnen Sie den Link im Browser: auf dem iPhone in Safari, auf Android in Chrome oder Firefox.',
          'Öffnet er sich in der E-Mail-App und bleibt das Bild schwarz, wählen Sie dort „Im Browser öffnen“.',
          'Gehen Sie ins WLAN, wenn es geht, und stecken Sie das Ladegerät ein.',
        ],
      },
      {
        title: 'Mit dem Computer',
        list: [
          'Nehmen Sie Firefox, Chrome, Edge oder Safari in einer aktuellen Fassung. Zu installieren ist meist nichts.',
          'Schließen Sie andere Programme mit Video, etwa Skype oder Teams.',
        ],
      },
      {
        title: 'Mit Kopfhörer oder Headset',
        list: [
          'Das Headset vom Telefon genügt. Es macht den Ton klarer und verhindert ein Echo.',
          'Stecken oder verbinden Sie es, bevor Sie den Raum betreten. Dann findet der Browser es von selbst.',
        ],
      },
    ],
    help: 'Wenn etwas nicht klappt',
    troubles: [
      {
        title: 'Kein Ton',
        list: [
          'Ist das Gerät laut genug gestellt und nicht stumm?',
          'Ist der richtige Lautsprecher gewählt? Im Raum steht das beim Zeichen für Ton oder Telefon.',
          'Verlassen Sie den Raum und kommen Sie mit demselben Knopf wieder herein.',
        ],
      },
      {
        title: 'Die anderen hören oder sehen mich nicht',
        list: [
          'Drücken Sie im Raum auf das Zeichen für Mikrofon oder Kamera.',
          'Erlauben Sie beides im Browser: mit dem Zeichen links neben der Adresse.',
          'Schließen Sie andere Programme, die Kamera oder Mikrofon benutzen.',
        ],
      },
      {
        title: 'Kein Bild',
        list: [
          'Ist die Kamera abgedeckt oder am Gerät ausgeschaltet?',
          'Bei schwacher Verbindung schalten Sie die eigene Kamera aus. Zuhören geht auch ohne Bild.',
        ],
      },
      {
        title: 'Der Server antwortet nicht',
        list: [
          'Öffnen Sie zur Probe eine andere Seite. Geht auch sie nicht, fehlt Ihr Internet.',
          'Warten Sie eine Minute und drücken Sie den Knopf noch einmal.',
          'Zieht das Seminar in einen anderen Raum um, schreiben wir Ihnen. Ihr Link bleibt derselbe.',
        ],
      },
    ],
    contact: (email: string) => `Klappt es gar nicht, schreiben Sie uns: ${email}`,
  },
}
export type CheckText = typeof de
