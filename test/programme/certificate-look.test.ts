import { describe, expect, it } from 'vitest'
import { certificateLookShelf, readPictures } from '../../functions/programme/certificate-look.table.ts'
import { type CertificateLook, usualLook } from '../../functions/programme/certificate-look.ts'
import { examinePicture, mostPictureBytes } from '../../functions/programme/picture.ts'
import { loadProgramme } from '../../functions/programme/programme.table.ts'
import { saveCertificateLook } from '../../functions/programme/save-certificate-look.ts'
import { openMemoryTable } from '../world/memory-table.ts'
import { aPng, nameOfPicture } from '../world/pictures.ts'

const chosen = { design: 'frame', color: '#1f5c4d', bilingual: true } as const
const logo = aPng({ width: 40, height: 30 })
const other = aPng({ width: 41, height: 30 })

const open = () => {
  const table = openMemoryTable()
  const save = (
    version: string,
    pictures: Parameters<typeof saveCertificateLook>[1]['pictures'] = {},
    look: Pick<CertificateLook, 'design' | 'color' | 'bilingual'> = chosen,
  ) => saveCertificateLook({ table }, { version, chosen: look, pictures })
  const stored = async () => certificateLookShelf.read(table, null)
  return { table, save, stored }
}

describe('how certificates look', () => {
  it('is what nobody has chosen, until somebody does', async () => {
    const { table, save } = open()
    expect((await loadProgramme(table)).certificateLook).toBeUndefined()
    expect((await save('')).ok).toBe(true)
    expect((await loadProgramme(table)).certificateLook).toEqual(chosen)
  })

  it('keeps the pictures that were not changed, and every picture there ever was', async () => {
    const { table, save, stored } = open()
    await save('', { logo, signature: logo })
    const [name, otherName] = [logo, other].map(nameOfPicture)
    expect((await stored())?.facts).toEqual({ ...chosen, logo: name, signature: name })
    await save((await stored())?.version ?? '', { logo: other })
    expect((await stored())?.facts).toEqual({ ...chosen, logo: otherName, signature: name })
    await save((await stored())?.version ?? '', { logo: 'none', signature: 'none' })
    expect((await stored())?.facts).toEqual(chosen)
    // What was issued with them prints the same for ever.
    const before = { ...usualLook, logo: name ?? '', signature: otherName ?? '' }
    expect([...(await readPictures(table, before)).values()].map((bytes) => [...bytes])).toEqual([
      [...logo],
      [...other],
    ])
    await save((await stored())?.version ?? '', { logo })
    expect((await stored())?.facts.logo).toBe(name)
  })

  it('is saved by whoever saw it last', async () => {
    const { save } = open()
    await save('')
    expect(await save('')).toEqual({ ok: false, refusal: { code: 'changed-meanwhile' } })
  })

  it('has no color that cannot be read', async () => {
    const { save, stored } = open()
    const pale = await save('', {}, { ...chosen, color: '#f1c40f' })
    expect(pale).toEqual({ ok: false, refusal: { code: 'pale' } })
    expect(await stored()).toBeUndefined()
  })

  it('takes no picture that a sheet cannot carry, and says which', async () => {
    const { save, stored } = open()
    const refused = await save('', { logo, signature: aPng({ width: 9, height: 9, interlaced: true }) })
    expect(refused).toEqual({
      ok: false,
      refusal: { code: 'picture', which: 'signature', why: 'interlaced' },
    })
    expect(await stored()).toBeUndefined()
  })
})

describe('a picture', () => {
  it.each([0, 2, 4, 6] as const)('of color type %s is taken', async (colorType) => {
    const value = { width: 30, height: 20 }
    expect(await examinePicture(aPng({ ...value, colorType }))).toEqual({ ok: true, value })
  })

  const whole = aPng({ width: 30, height: 20 })
  const withWidth = (width: number) => {
    const bytes = Buffer.from(whole)
    bytes.writeUInt32BE(width, 16)
    return bytes
  }
  it.each([
    ['of another kind', new TextEncoder().encode('<svg onload="alert(1)"/>'), 'not-png'],
    ['of nothing', new Uint8Array(), 'not-png'],
    ['larger than a sheet needs', aPng({ width: 1601, height: 1 }), 'too-large'],
    ['with too many bytes', Buffer.concat([whole, Buffer.alloc(mostPictureBytes)]), 'too-large'],
    ['that comes in seven passes', aPng({ width: 9, height: 9, interlaced: true }), 'interlaced'],
    ['with sixteen bits', aPng({ width: 9, height: 9, bitDepth: 16 }), 'deep'],
    ['that is cut off', whole.subarray(0, whole.length - 20), 'broken'],
    ['that has fewer dots than it says', withWidth(31), 'broken'],
    ['that unpacks to more than it says', withWidth(1), 'broken'],
    ['without a width', withWidth(0), 'broken'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await examinePicture(bytes)).toEqual({ ok: false, refusal: { code } })
  })

  it('is never trusted, whatever its bytes', async () => {
    for (let at = 0; at < whole.length; at++)
      for (const value of [0, 255]) {
        const bytes = Buffer.from(whole)
        bytes[at] = value
        await examinePicture(bytes)
      }
  })
})
