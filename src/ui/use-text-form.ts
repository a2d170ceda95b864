/** A form of one text that must say something: a reason, a remark, a page that was pasted. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';

const TEXT = z.object({
  text: z.string().check(z.refine((text) => text.trim() !== '')),
});

/**
 * The form; `onText` is handed the text as it was typed, and the form is blank again. `takesFocus` is
 * for a form that takes the place of the button that asked for it.
 */
export function useTextForm(onText: (text: string) => void, takesFocus = false) {
  const { register, handleSubmit, setValue, setFocus, reset, formState } = useForm({
    resolver: standardSchemaResolver(TEXT),
    mode: 'onChange',
    defaultValues: { text: '' },
  });
  useEffect(() => {
    if (takesFocus) setFocus('text');
  }, [takesFocus, setFocus]);
  return {
    /** What the text area is given. */
    input: register('text'),
    isFilled: formState.isValid,
    setText: (text: string) => setValue('text', text, { shouldValidate: true }),
    submit: handleSubmit(({ text }) => {
      reset();
      onText(text);
    }),
  };
}
