/** A picture of shapes as a picture of points, drawn by the browser itself. */

/** So many points to one of the picture: sharp on paper and on dense screens. */
const SCALE = 2;

function loaded(svg: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the picture cannot be drawn'));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
}

/** The PNG of an SVG, or undefined where this browser does not make one. */
export async function rasterise(svg: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const image = await loaded(svg);
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
  } catch {
    // The SVG remains to be had; the caller says so.
    return undefined;
  }
}
