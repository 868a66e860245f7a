import type { Language } from '../../functions/kernel/language.ts'
import type { ServerCheck } from '../../functions/session/meeting/check-server.ts'
import type { MeetingServerKind } from '../../functions/session/meeting/meeting-server.ts'

/** What each kind of server is called; names of products are the same everywhere. */
export const serverKindNames: Record<MeetingServerKind, string> = {
  bigbluebutton: 'BigBlueButton',
  jitsi: 'Jitsi',
  jaas: 'Jitsi as a Service (8x8)',
  zoom: 'Zoom',
}

const about: Record<MeetingServerKind, string> = {
  bigbluebutton:
    'Freie Software für Unterricht. Räume, Warteraum und Anwesenheit gehen von selbst. Adresse und Geheimnis sagt Ihnen, wer den Server betreibt (auf dem Server: bbb-conf --secret).',
  jitsi:
    'Freie Software für Videogespräche, auf einem eigenen Server mit Anmeldung per Token (JWT). Jitsi sagt nicht, wer da war: Anwesenheit dann mit dem Code, aus einer Liste oder von Hand.',
  jaas: 'Jitsi bei 8x8, als Dienst. App-ID und Schlüssel legen Sie dort unter „API Keys“ an. Jitsi sagt nicht, wer da war: Anwesenheit dann mit dem Code, aus einer Liste oder von Hand.',
  zoom: 'Ein Zoom-Konto mit Lizenz (Pro oder höher). Legen Sie im Zoom App Marketplace eine App „Server-to-Server OAuth“ an und geben Sie ihr die Rechte, die hier stehen. Räume, Warteraum und Anwesenheit gehen dann von selbst. Zoom bekommt den Namen, unter dem jemand im Raum erscheint, aber keine Mailadresse.',
}

const checks: Record<ServerCheck, string> = {
  ok: 'Der Server antwortet und nimmt die Zugangsdaten an.',
  unreachable:
    'Der Server antwortet nicht. Stimmt die Adresse? Sie muss mit https:// beginnen und aus dem Internet erreichbar sein. Fragen Sie sonst, wer den Server betreibt.',
  refused: 'Der Server antwortet, nimmt die Zugangsdaten aber nicht an. Bitte geben Sie sie noch einmal ein.',
}

const de = {
  title: 'Meeting-Server',
  lead: 'Hier finden Online-Termine statt. Beim Planen eines Termins wählen Sie einen davon aus.',
  toPage: 'Meeting-Server einrichten',
  none: 'Noch ist keiner eingerichtet.',
  name: 'Name',
  nameHint: 'So steht er in der Auswahl, zum Beispiel „Seminarraum des Verbands“.',
  kind: 'Art',
  state: 'Stand',
  answers: 'in Betrieb',
  downSince: (when: string) => `antwortet nicht seit ${when}`,
  removed: 'entfernt',
  add: (kind: string) => `${kind} hinzufügen`,
  newTitle: (kind: string) => `Neu: ${kind}`,
  about,
  address: 'Adresse',
  addressHint: {
    bigbluebutton: 'Zum Beispiel https://bbb.verein.example/bigbluebutton',
    jitsi: 'Zum Beispiel https://meet.verein.example',
  },
  hash: 'Prüfsumme',
  hashHint: 'sha256 passt fast immer.',
  appId: 'App-ID',
  keyId: 'Schlüssel-ID',
  keyIdHint: 'Beginnt mit der App-ID: vpaas-magic-cookie-…/…',
  accountId: 'Konto-ID (Account ID)',
  clientId: 'Client-ID',
  hostUser: 'Gastgeber',
  hostUserHint:
    'Mailadresse oder ID des Zoom-Nutzers mit Lizenz, dem die Meetings gehören sollen. Er kann immer nur eines zugleich halten: Für Termine zur selben Zeit richten Sie Zoom ein zweites Mal ein, mit einem anderen Nutzer.',
  webhookHint:
    'Freiwillig: Damit Zoom sofort sagt, wer kommt und geht. Sie finden es in der App unter „Features“, sobald dieser Server gespeichert ist. Ohne es kommen die Minuten nach dem Ende.',
  webhookAddress:
    'Adresse für Nachrichten von Zoom (in der App unter „Features“, „Event Subscriptions“: Participant joined, Participant left, End Meeting). Erst das Geheimnis hier speichern, dann bei Zoom prüfen lassen:',
  scopes: 'Welche Rechte (Scopes) die App bei Zoom braucht',
  busyUntil: (when: string) => `nimmt bis ${when} keine Anfragen an`,
  secrets: {
    secret: 'Geheimnis',
    'private-key': 'Privater Schlüssel (PEM)',
    'client-secret': 'Client-Geheimnis (Client Secret)',
    'webhook-secret': 'Geheimnis für Nachrichten (Secret Token)',
  } as Record<string, string>,
  secretNew: 'Wird verschlüsselt abgelegt und nie wieder angezeigt.',
  secretSet: 'Ist gesetzt und wird nicht angezeigt. Leer lassen: bleibt, wie es ist.',
  check: 'Server jetzt prüfen',
  checks,
  remove: 'Server entfernen …',
  removeExplained:
    'Er steht dann nicht mehr zur Auswahl, seine Zugangsdaten werden gelöscht. Zahlen, die er zu einem Termin noch schicken will, kommen nicht mehr an.',
  removeNow: 'Ja, entfernen',
  inUse: 'Er wird noch gebraucht. Bitte legen Sie diese Termine zuerst in einen anderen Raum:',
  serverDown: (name: string, when: string) => `Der Meeting-Server „${name}“ antwortet nicht seit ${when}.`,
  serverDownMore:
    'Anmelden geht weiter. Für Termine, die jetzt beginnen, können Sie den Raum für alle wechseln.',
}

/** The words of the pages on which meeting servers are set up. */
export const meetingServersText: Record<Language, typeof de> = {
  de,
  tr: {
    title: 'Toplantı sunucuları',
    lead: 'Çevrim içi oturumlar burada yapılır. Bir oturum planlarken bunlardan birini seçersiniz.',
    toPage: 'Toplantı sunucularını ayarla',
    none: 'Henüz hiçbiri ayarlanmadı.',
    name: 'Ad',
    nameHint: 'Seçimde böyle görünür, örneğin “Derneğin seminer odası”.',
    kind: 'Tür',
    state: 'Durum',
    answers: 'çalışıyor',
    downSince: (when) => `şu zamandan beri yanıt vermiyor: ${when}`,
    removed: 'kaldırıldı',
    add: (kind) => `${kind} ekle`,
    newTitle: (kind) => `Yeni: ${kind}`,
    about: {
      bigbluebutton:
        'Eğitim için özgür yazılım. Odalar, bekleme odası ve yoklama kendiliğinden çalışır. Adresi ve gizli anahtarı, sunucuyu işleten kişi söyler (sunucuda: bbb-conf --secret).',
      jitsi:
        'Görüntülü görüşme için özgür yazılım; belirteçle (JWT) giriş yapılan kendi sunucunuzda. Jitsi kimin orada olduğunu söylemez: yoklama o zaman kodla, listeden ya da elle yapılır.',
      jaas: '8x8’de hizmet olarak Jitsi. Uygulama kimliğini ve anahtarı orada “API Keys” altında oluşturursunuz. Jitsi kimin orada olduğunu söylemez: yoklama o zaman kodla, listeden ya da elle yapılır.',
      zoom: 'Lisanslı bir Zoom hesabı (Pro ya da üstü). Zoom App Marketplace’te bir “Server-to-Server OAuth” uygulaması oluşturun ve ona burada yazan yetkileri verin. Odalar, bekleme odası ve yoklama o zaman kendiliğinden çalışır. Zoom, kişinin odada görünen adını alır, e-posta adresini almaz.',
    },
    address: 'Adres',
    addressHint: {
      bigbluebutton: 'Örneğin https://bbb.dernek.example/bigbluebutton',
      jitsi: 'Örneğin https://meet.dernek.example',
    },
    hash: 'Sağlama toplamı',
    hashHint: 'sha256 neredeyse her zaman uygundur.',
    appId: 'Uygulama kimliği (App ID)',
    keyId: 'Anahtar kimliği (Key ID)',
    keyIdHint: 'Uygulama kimliğiyle başlar: vpaas-magic-cookie-…/…',
    accountId: 'Hesap kimliği (Account ID)',
    clientId: 'İstemci kimliği (Client ID)',
    hostUser: 'Toplantı sahibi',
    hostUserHint:
      'Toplantıların ait olacağı lisanslı Zoom kullanıcısının e-posta adresi ya da kimliği. Aynı anda yalnızca bir toplantı yapabilir: aynı saatteki oturumlar için Zoom’u başka bir kullanıcıyla ikinci kez ayarlayın.',
    webhookHint:
      'İsteğe bağlı: Zoom kimin geldiğini ve gittiğini hemen söylesin diye. Bu sunucu kaydedildikten sonra uygulamada “Features” altında bulursunuz. Onsuz dakikalar bitişten sonra gelir.',
    webhookAddress:
      'Zoom’un bildirimleri için adres (uygulamada “Features”, “Event Subscriptions”: Participant joined, Participant left, End Meeting). Önce gizli anahtarı burada kaydedin, sonra Zoom’da doğrulatın:',
    scopes: 'Uygulamanın Zoom’da hangi yetkilere (scopes) ihtiyacı var',
    busyUntil: (when) => `şu zamana kadar istek kabul etmiyor: ${when}`,
    secrets: {
      secret: 'Gizli anahtar',
      'private-key': 'Özel anahtar (PEM)',
      'client-secret': 'İstemci gizli anahtarı (Client Secret)',
      'webhook-secret': 'Bildirim gizli anahtarı (Secret Token)',
    },
    secretNew: 'Şifrelenerek saklanır ve bir daha gösterilmez.',
    secretSet: 'Ayarlı ve gösterilmiyor. Boş bırakırsanız olduğu gibi kalır.',
    check: 'Sunucuyu şimdi denetle',
    checks: {
      ok: 'Sunucu yanıt veriyor ve giriş bilgilerini kabul ediyor.',
      unreachable:
        'Sunucu yanıt vermiyor. Adres doğru mu? https:// ile başlamalı ve internetten erişilebilir olmalı. Değilse sunucuyu işleten kişiye sorun.',
      refused:
        'Sunucu yanıt veriyor ama giriş bilgilerini kabul etmiyor. Lütfen bilgileri bir kez daha girin.',
    },
    remove: 'Sunucuyu kaldır …',
    removeExplained:
      'Artık seçilemez, giriş bilgileri silinir. Bir oturum için henüz göndermediği sayılar artık ulaşmaz.',
    removeNow: 'Evet, kaldır',
    inUse: 'Hâlâ gerekli. Lütfen önce şu oturumları başka bir odaya alın:',
    serverDown: (name, when) => `“${name}” toplantı sunucusu şu zamandan beri yanıt vermiyor: ${when}.`,
    serverDownMore:
      'Kayıt devam ediyor. Şimdi başlayacak oturumlar için odayı herkes için değiştirebilirsiniz.',
  },
  en: {
    title: 'Meeting servers',
    lead: 'Online sessions take place here. You choose one of them when you plan a session.',
    toPage: 'Set up meeting servers',
    none: 'None is set up yet.',
    name: 'Name',
    nameHint: 'This is how it stands in the choice, for example “Seminar room of the association”.',
    kind: 'Kind',
    state: 'State',
    answers: 'in use',
    downSince: (when) => `no answer since ${when}`,
    removed: 'removed',
    add: (kind) => `Add ${kind}`,
    newTitle: (kind) => `New: ${kind}`,
    about: {
      bigbluebutton:
        'Free software for teaching. Rooms, waiting room and attendance work by themselves. Whoever runs the server tells you its address and secret (on the server: bbb-conf --secret).',
      jitsi:
        'Free software for video calls, on a server of your own with sign-in by token (JWT). Jitsi does not tell who was there: attendance then comes by code, from a list or by hand.',
      jaas: 'Jitsi at 8x8, as a service. You create the app ID and the key there under “API Keys”. Jitsi does not tell who was there: attendance then comes by code, from a list or by hand.',
      zoom: 'A Zoom account with a license (Pro or higher). Create a “Server-to-Server OAuth” app in the Zoom App Marketplace, and give it the scopes that stand here. Rooms, waiting room and attendance then work by themselves. Zoom gets the name under which somebody appears in the room, but no mail address.',
    },
    address: 'Address',
    addressHint: {
      bigbluebutton: 'For example https://bbb.association.example/bigbluebutton',
      jitsi: 'For example https://meet.association.example',
    },
    hash: 'Checksum',
    hashHint: 'sha256 is almost always right.',
    appId: 'App ID',
    keyId: 'Key ID',
    keyIdHint: 'Begins with the app ID: vpaas-magic-cookie-…/…',
    accountId: 'Account ID',
    clientId: 'Client ID',
    hostUser: 'Host',
    hostUserHint:
      'Mail address or ID of the Zoom user with a license who is to own the meetings. They can hold only one at a time: for sessions at the same time set up Zoom once more, with another user.',
    webhookHint:
      'Optional: so that Zoom says at once who comes and goes. You find it in the app under “Features” as soon as this server is saved. Without it the minutes come after the end.',
    webhookAddress:
      'Address for messages from Zoom (in the app under “Features”, “Event Subscriptions”: Participant joined, Participant left, End Meeting). Save the secret here first, then have Zoom validate it:',
    scopes: 'Which scopes the app needs at Zoom',
    busyUntil: (when) => `takes no requests until ${when}`,
    secrets: {
      secret: 'Secret',
      'private-key': 'Private key (PEM)',
      'client-secret': 'Client secret',
      'webhook-secret': 'Secret for messages (Secret Token)',
    },
    secretNew: 'Is kept encrypted and never shown again.',
    secretSet: 'Is set and not shown. Leave empty to keep it.',
    check: 'Check the server now',
    checks: {
      ok: 'The server answers and takes the credentials.',
      unreachable:
        'The server does not answer. Is the address right? It must begin with https:// and be reachable from the internet. Otherwise ask whoever runs the server.',
      refused: 'The server answers, but does not take the credentials. Please enter them once more.',
    },
    remove: 'Remove the server …',
    removeExplained:
      'It can no longer be chosen, its credentials are deleted. Figures that it still wants to send about a session no longer arrive.',
    removeNow: 'Yes, remove',
    inUse: 'It is still needed. Please move these sessions to another room first:',
    serverDown: (name, when) => `The meeting server “${name}” has given no answer since ${when}.`,
    serverDownMore:
      'Enrolling still works. For sessions that begin now, you can switch the room for everybody.',
  },
}
