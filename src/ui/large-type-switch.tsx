/** 大字版 on and off. */
import { useStore, type ValueStore } from './store.ts';

export function LargeTypeSwitch({ largeType }: { readonly largeType: ValueStore<boolean> }) {
  const isLarge = useStore(largeType, (large) => large);
  return (
    <button
      type="button"
      data-quiet
      aria-pressed={isLarge}
      title={isLarge ? '回到标准字号' : '把字放大'}
      onClick={() => largeType.set(!isLarge)}
    >
      大字
    </button>
  );
}
