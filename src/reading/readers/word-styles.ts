/**
 * Which runs of a Word file are hidden (w:vanish): set on the run itself, or by its character style, its
 * paragraph's style or the document's defaults, each through what it is based on. Two styles that both
 * hide cancel each other out, as the standard has it for on–off properties (ECMA-376 17.7.3).
 */
import { childNamed, elementsOf, isOn, type XmlElement } from './xml-part.ts';

export interface WordStyles {
  /** Whether a run with these properties, in a paragraph with those, is not shown. */
  readonly hides: (run: XmlElement | undefined, paragraph: XmlElement | undefined) => boolean;
}

interface Style {
  readonly basedOn: string | undefined;
  readonly vanish: boolean | undefined;
}

function styleValue(node: XmlElement | undefined): string | undefined {
  return node?.attributes['w:val'];
}

/** What run properties say themselves: an element without a value means yes. */
function vanishIn(properties: XmlElement | undefined): boolean | undefined {
  const vanish = childNamed(properties, 'w:vanish');
  return vanish && isOn(styleValue(vanish) ?? 'true');
}

/** The styles of a file; without a part of styles only what stands on the run counts. */
export function wordStyles(root: XmlElement | undefined): WordStyles {
  const listed = (root ? elementsOf(root) : []).filter(({ name }) => name === 'w:style');
  const styles = new Map<string, Style>();
  const defaults = new Map<string, string>();
  for (const style of listed) {
    const id = style.attributes['w:styleId'] ?? '';
    const type = style.attributes['w:type'] ?? '';
    styles.set(id, {
      basedOn: styleValue(childNamed(style, 'w:basedOn')),
      vanish: vanishIn(childNamed(style, 'w:rPr')),
    });
    const isDefault = style.attributes['w:default'];
    if (isDefault !== undefined && isOn(isDefault)) defaults.set(type, id);
  }
  const byStyle = (id: string | undefined): boolean => {
    const walked = new Set<string>();
    let at = id;
    while (at !== undefined && !walked.has(at)) {
      walked.add(at);
      const style: Style | undefined = styles.get(at);
      if (style?.vanish !== undefined) return style.vanish;
      at = style?.basedOn;
    }
    return false;
  };
  const everywhere = vanishIn(
    childNamed(childNamed(childNamed(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'),
  );
  return {
    hides: (run, paragraph) => {
      const own = vanishIn(run);
      if (own !== undefined) return own;
      if (everywhere) return true;
      const character = styleValue(childNamed(run, 'w:rStyle')) ?? defaults.get('character');
      const block = styleValue(childNamed(paragraph, 'w:pStyle')) ?? defaults.get('paragraph');
      return byStyle(character) !== byStyle(block);
    },
  };
}
