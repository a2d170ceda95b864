/** Damage to a JSON value for tests: sets the member at a path, or takes it away. */

type Members = Record<string, unknown>;

/** Sets `a.b.c` in place; undefined removes the member. */
export function damage(value: unknown, path: string, member: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const owner = names.reduce((inside, name) => inside[name] as Members, value as Members);
  if (member === undefined) delete owner[last];
  else owner[last] = member;
}
