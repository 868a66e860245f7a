import type { Paper, Picture } from './paper.sheet.ts'

/** A picture where it will stand: `y` below the top of its piece; `alt` is what it shows, in words. */
export type Figure = { picture: Picture; x: number; y: number; width: number; height: number; alt: string }

/** As large as there is room, never larger than at 72 dots per inch, never out of shape. */
export function fitInto(picture: Picture, room: { width: number; height: number }) {
  const scale = Math.min(1, room.width / picture.width, room.height / picture.height)
  return { width: picture.width * scale, height: picture.height * scale }
}

/** Draws a picture and says what it shows to whoever does not see it. */
export function drawFigure(paper: Paper, figure: Figure, top: number): PDFKit.PDFStructureElement {
  const { picture, x, width, height, alt } = figure
  const y = top + figure.y
  // The types leave out where a figure stands.
  const options = { alt, bbox: [x, y, x + width, y + height] } as PDFKit.Mixins.StructureElementOptions
  return paper.pdf.struct('Figure', options, () => {
    paper.pdf.image(picture.source, x, y, { width, height })
  })
}
