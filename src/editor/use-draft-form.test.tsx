// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FieldId } from '../report/change.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { openedDraft } from '../testing/open-drafts.ts';
import { emptyReport } from '../testing/reports.ts';
import { inputId } from '../ui/input-place.ts';
import { fieldPlaces } from './field-places.ts';
import { type DraftForm, useDraftForm } from './use-draft-form.ts';

const PLACES = fieldPlaces({ title: '标题', preface: '引言' });

let open: OpenDraft;
let form: DraftForm<FieldId>;

function Form() {
  form = useDraftForm(open, PLACES);
  return (
    <>
      <input aria-label="标题" id={inputId('title')} {...form.register('title')} />
      <textarea aria-label="引言" id={inputId('preface')} {...form.register('preface')} />
    </>
  );
}

beforeEach(() => {
  open = openedDraft(emptyReport(2025));
  render(<Form />);
});

afterEach(cleanup);

describe('the form of a draft', () => {
  test('holds the text of the draft at every key', async () => {
    const seen: (readonly [string, string])[] = [];
    open.subscribe(() => seen.push([form.getValue('title'), open.getState().draft.raw.title]));
    await userEvent.type(screen.getByLabelText('标题'), '某局年报');
    expect(seen.length).toBeGreaterThanOrEqual(4);
    expect(seen.filter(([held, text]) => held !== text)).toEqual([]);
    expect(form.getValue('title')).toBe('某局年报');
  });

  test('takes over what is changed elsewhere, in its input too', async () => {
    await userEvent.type(screen.getByLabelText('标题'), '甲');
    act(() => {
      open.change(
        { kind: 'field', field: 'preface', text: '依据条例' },
        { label: '插入', place: 'preface' },
      );
      open.undo();
      open.redo();
    });
    expect(screen.getByLabelText<HTMLTextAreaElement>('引言').value).toBe('依据条例');
    expect([form.getValue('title'), form.getValue('preface')]).toEqual(['甲', '依据条例']);
  });

  test('stays as the draft is where a change is refused', async () => {
    act(() => open.setWriting(false));
    await userEvent.type(screen.getByLabelText('标题'), '乙');
    expect(open.getState().draft.raw.title).toBe('');
    expect(screen.getByLabelText<HTMLInputElement>('标题').value).toBe('');
    expect(form.getValue('title')).toBe('');
  });
});
