import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openArchive } from './archive.ts';
import { crc32 } from './crc32.ts';
import { wordFile } from './office-files.fixture.ts';
import { readOffice } from './read-office.ts';
import { Unreadable } from './unreadable.ts';

const BODY = '<w:p><w:r><w:t>本年新收 21 件</w:t></w:r></w:p>'.repeat(200);
const WHOLE = wordFile(BODY);

function problem(bytes: Uint8Array): string {
  const read = readOffice(bytes);
  return read.ok ? '' : read.failure.problem;
}

function indexOf(bytes: Uint8Array, signature: number, from = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = from; at + 4 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) === signature) return at;
  }
  return -1;
}

const CENTRAL = 0x02014b50;

/** The file with a number of the directory entry of its main part changed. */
function withEntry(offset: number, change: (value: number) => number): Uint8Array {
  const bytes = WHOLE.slice();
  const view = new DataView(bytes.buffer);
  const first = indexOf(bytes, CENTRAL);
  const main = indexOf(bytes, CENTRAL, first + 1);
  view.setUint32(main + offset, change(view.getUint32(main + offset, true)), true);
  return bytes;
}

describe('a zip that contradicts itself', () => {
  it.each([
    ['it states a smaller size than it has', withEntry(24, (size) => size - 100)],
    ['it states a larger size than it has', withEntry(24, (size) => size + 100)],
    ['it states another checksum', withEntry(16, (crc) => crc ^ 1)],
    ['it states fewer packed bytes', withEntry(20, (size) => size - 20)],
    ['one part reaches into the next', withEntry(20, (size) => size + 60)],
    ['a part begins outside of it', withEntry(42, () => 0x7ffffff0)],
    ['its end is missing', WHOLE.slice(0, WHOLE.length - 30)],
    ['it is cut in half', WHOLE.slice(0, WHOLE.length >> 1)],
  ])('is said to be damaged, and nothing of it is read: %s', (_, bytes) => {
    expect(problem(WHOLE)).toBe('');
    expect(problem(bytes)).toBe('文件已损坏，解不开');
  });

  it('is told wherever a byte of a part it needs is not what it was', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const bytes = WHOLE.slice();
        bytes[place % bytes.length]! ^= change;
        const read = readOffice(bytes);
        // What is read despite the damage is what stood there.
        if (read.ok) expect(read.value.blocks).toEqual(wholeBlocks());
      }),
      { numRuns: 400 },
    );
  });

  it('with two parts of one name is damaged: nobody could say which is meant', () => {
    const bytes = zipSync({ 'a.xml': new Uint8Array([1]), 'A.xml': new Uint8Array([2]) });
    expect(() => openArchive(bytes)).toThrow(Unreadable);
  });
});

function wholeBlocks() {
  const read = readOffice(WHOLE);
  return read.ok ? read.value.blocks : [];
}

describe('a zip', () => {
  it('hands out stored and packed parts, by name in any case and with any slash', () => {
    const text = new TextEncoder().encode('一'.repeat(50_000));
    const bytes = zipSync({ 'a/b.xml': text, 'a\\c.xml': [text, { level: 0 }] });
    const { part, names } = openArchive(bytes);
    expect(names).toEqual(['a/b.xml', 'a/c.xml']);
    expect([part('A/B.xml'), part('a/C.XML'), part('a/d.xml')]).toEqual([text, text, undefined]);
  });

  it('that lies about being small is not unpacked beyond what it stated', () => {
    const bytes = zipSync({ 'a.xml': new Uint8Array(30 * 1024 * 1024) }, { level: 1 });
    new DataView(bytes.buffer).setUint32(indexOf(bytes, CENTRAL) + 24, 1000, true);
    expect(() => openArchive(bytes).part('a.xml')).toThrow('损坏');
  });

  it('with a password says so', () => {
    const bytes = zipSync({ 'a.xml': new Uint8Array(10) });
    new DataView(bytes.buffer).setUint16(indexOf(bytes, CENTRAL) + 8, 1, true);
    expect(() => openArchive(bytes).part('a.xml')).toThrow('密码');
  });

  it('has the checksum the standard names for 123456789', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});
