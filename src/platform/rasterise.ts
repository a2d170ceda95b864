/**
 * A picture of our own shapes as a picture of points. Drawn shape by shape and not loaded as an
 * image, since the policy of the page lets no image in but its own; it knows what our pictures are
 * made of: rectangles and lines of text.
 */
import { inertDocument } from './trusted-types.ts';

/** So many points to one of the picture: sharp on paper and on dense screens. */
const SCALE = 2;

function numberOf(shape: Element, name: string): number {
  return Number(shape.getAttribute(name) ?? 0);
}

function drawText(canvas: CanvasRenderingContext2D, shape: Element, family: string): void {
  const weight = shape.getAttribute('font-weight') ?? '400';
  canvas.font = `${weight} ${numberOf(shape, 'font-size')}px ${family}`;
  canvas.textAlign = shape.getAttribute('text-anchor') === 'end' ? 'right' : 'left';
  canvas.fillText(shape.textContent ?? '', numberOf(shape, 'x'), numberOf(shape, 'y'));
}

function drawRectangle(canvas: CanvasRenderingContext2D, shape: Element): void {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberOf(shape, name));
  canvas.fillRect(x ?? 0, y ?? 0, width ?? 0, height ?? 0);
}

function draw(canvas: CanvasRenderingContext2D, picture: Element): void {
  const family = picture.getAttribute('font-family') ?? 'sans-serif';
  canvas.scale(SCALE, SCALE);
  for (const shape of Array.from(picture.querySelectorAll('rect, text'))) {
    canvas.fillStyle = shape.getAttribute('fill') ?? '#000';
    if (shape.tagName === 'text') drawText(canvas, shape, family);
    else drawRectangle(canvas, shape);
  }
}

/** The PNG of an SVG of ours, or undefined where this browser does not make one. */
export async function rasterise(svg: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const picture = inertDocument(svg, 'image/svg+xml').documentElement;
  const canvas = document.createElement('canvas');
  canvas.width = numberOf(picture, 'width') * SCALE;
  canvas.height = numberOf(picture, 'height') * SCALE;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  draw(context, picture);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
}
