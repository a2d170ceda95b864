/** For what is told aloud: a value only once it has stayed the same for a while. */
import { useEffect, useState } from 'react';

/** The value as it was when it last stood still for so long. */
export function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), milliseconds);
    return () => window.clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
