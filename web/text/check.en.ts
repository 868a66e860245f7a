import type { CheckText } from './check.de.ts'

/** The words of the page on which people try out their technology, English. */
export const en: CheckText = {
  title: 'Check your device and join',
  lead: 'Here you try out in two minutes whether everything works for you. Below, it says step by step how to join.',
  link: 'Check your device beforehand',
  tests: 'Try it out',
  private:
    'Picture and sound stay on your device. Nothing is recorded, stored or passed on. The page needs no cookies.',
  withoutScript:
    'The tests need JavaScript. It is switched off in this browser. Everything else on this page holds all the same.',
  browser: { title: 'Browser' },
  devices: {
    title: 'Camera and microphone',
    text: 'After you press the button, the browser asks for permission. Please choose “Allow” and then say a few words.',
    start: 'Test camera and microphone',
    stop: 'Stop',
    preview: 'The picture of your camera',
    level: 'Loudness of your microphone',
  },
  speaker: {
    title: 'Loudspeaker or headphones',
    text: 'The button plays a short tone.',
    start: 'Play a tone',
    question: 'Did you hear the tone?',
    yes: 'Yes, I did',
    no: 'No, nothing',
  },
  speed: {
    title: 'Connection',
    text: 'Only the way to our own server is measured.',
    start: 'Measure the connection',
  },
  verdict: 'Result',
  said: {
    browserGood: 'Your browser is suitable, and the page is connected securely.',
    browserOld:
      'This browser cannot do video meetings. Please use a current browser: Firefox, Chrome, Edge or Safari.',
    browserInsecure:
      'This page is not connected securely (https). So the browser does not hand out camera and microphone. Please open the link from our mail.',
    devicesAsking: 'The browser is asking for permission now. Please choose “Allow”.',
    devicesGood: 'Both are running. Camera: {camera}. Microphone: {microphone}. Do you see yourself?',
    cameraOnly: 'The camera is running ({camera}), the microphone is not.',
    microphoneOnly:
      'The microphone is running ({microphone}), the camera is not. You can take part without a picture, too.',
    denied:
      'The permission is missing. Press the sign to the left of the address (lock or sliders), allow camera and microphone, and test again.',
    none: 'No device was found. Is it plugged in and switched on?',
    busy: 'Another program is using the device. Close Zoom, Teams, Skype or other windows with video, and test again.',
    broken: 'The device does not answer. Start the browser again and test once more.',
    devicesStopped: 'Camera and microphone are off again.',
    levelWaiting: 'Please say a few words.',
    levelHeard: 'We hear you: the microphone works.',
    levelSilent: 'No sound arrives yet. Is the microphone muted, on the headset or in the settings?',
    unnamed: 'without a name',
    tonePlaying: 'The tone is playing now.',
    toneImpossible: 'This browser cannot play the tone.',
    speakerGood: 'Good. Your loudspeaker works.',
    speakerBad:
      'Turn up the volume, switch off “mute”, and check the plug or Bluetooth. Then play the tone again.',
    speedRunning: 'Measuring …',
    speedGood: 'Enough for sound and picture ({mbit} Mbit/s, answer after {ms} ms).',
    speedPart:
      'Enough for sound, hardly for a picture ({mbit} Mbit/s, answer after {ms} ms). Best leave your camera off.',
    speedBad:
      'Too slow ({mbit} Mbit/s, answer after {ms} ms). Go closer to the Wi-Fi box, or use another network.',
    speedNone: 'Our server did not answer. Are you online? Please try again in a minute.',
    verdictOpen: 'Not tested yet: {open}.',
    verdictGood: 'All set. You can take part with picture and sound.',
    verdictSlow: 'You can take part, best with your camera off: the connection is just enough.',
    verdictCamera: 'You can hear and speak. Only your picture is missing; that is no obstacle.',
    verdictMicrophone:
      'You can listen and write in the chat. To speak, you still need the microphone; there is help below.',
    verdictSpeaker: 'Like this you would hear nothing. Please look below under “No sound”.',
    verdictSpeed: 'The connection is not enough like this. Please try another network or another device.',
    verdictBrowser: 'It does not work with this browser. Please use another browser or another device.',
  },
  how: {
    title: 'How to join',
    steps: [
      'Open the mail with the invitation. There is a button in it: “To the online room”. The same way is on your personal page.',
      'The button opens a page with your session. The door usually opens 30 minutes before the start; the exact time is in the mail.',
      'When the door is open, press “Join now”. You need no account and no password.',
      'The browser asks for microphone and camera. Choose “Allow”. In the room you may switch both off and on.',
      'Connection lost? Press the same button again. Your minutes are added up.',
    ],
    ways: [
      {
        title: 'With a phone or tablet',
        list: [
          'Open the link in the browser: on an iPhone in Safari, on Android in Chrome or Firefox.',
          'If it opens inside the mail app and the picture stays black, choose “Open in browser” there.',
          'Use Wi-Fi if you can, and plug in the charger.',
        ],
      },
      {
        title: 'With a computer',
        list: [
          'Use a current Firefox, Chrome, Edge or Safari. Usually there is nothing to install.',
          'Close other programs with video, such as Skype or Teams.',
        ],
      },
      {
        title: 'With headphones or a headset',
        list: [
          'The headset of your phone is good enough. It makes the sound clearer and prevents an echo.',
          'Plug it in or connect it before you enter the room. Then the browser finds it by itself.',
        ],
      },
    ],
    help: 'If something does not work',
    troubles: [
      {
        title: 'No sound',
        list: [
          'Is the volume high enough, and is the device not muted?',
          'Is the right loudspeaker chosen? In the room, look at the sign for sound or phone.',
          'Leave the room and come in again with the same button.',
        ],
      },
      {
        title: 'The others cannot hear or see me',
        list: [
          'Press the sign for microphone or camera in the room.',
          'Allow both in the browser: with the sign to the left of the address.',
          'Close other programs that use the camera or the microphone.',
        ],
      },
      {
        title: 'No picture',
        list: [
          'Is the camera covered, or switched off on the device?',
          'With a weak connection, switch off your own camera. You can listen without a picture.',
        ],
      },
      {
        title: 'The server does not answer',
        list: [
          'Open another page to try. If that does not work either, your internet is down.',
          'Wait a minute and press the button again.',
          'If the seminar moves to another room, we write to you. Your link stays the same.',
        ],
      },
    ],
    contact: (email) => `If nothing works, write to us: ${email}`,
  },
}
