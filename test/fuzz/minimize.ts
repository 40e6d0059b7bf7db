/** Delta debugging: leaves out parts of an input as long as what it shows is still to be seen. */

export type Shows<Input> = (input: Input) => boolean | Promise<boolean>;

/** A part is a line; a file that nobody misses goes as a whole. `attempts` bounds the calls of `shows`. */
export async function minimizeFiles(
  files: Readonly<Record<string, string>>,
  shows: Shows<Readonly<Record<string, string>>>,
  attempts = 120,
): Promise<Readonly<Record<string, string>>> {
  let left = attempts;
  const holds: typeof shows = (candidate) => left-- > 0 && shows(candidate);
  let current = files;
  for (const name of Object.keys(files)) {
    const { [name]: _, ...others } = current;
    if (await holds(others)) current = others;
  }
  for (const name of Object.keys(current)) {
    const lines = await minimizeList((current[name] ?? '').split(/(?<=\n)/), (kept) =>
      holds({ ...current, [name]: kept.join('') }),
    );
    current = { ...current, [name]: lines.join('') };
  }
  return current;
}

export async function minimizeText(text: string, shows: Shows<string>, attempts = 2000): Promise<string> {
  let left = attempts;
  const holds: Shows<readonly string[]> = (kept) => left-- > 0 && shows(kept.join(''));
  const lines = await minimizeList(text.split(/(?<=\n)/), holds);
  return (await minimizeList([...lines.join('')], holds)).join('');
}

async function minimizeList(parts: readonly string[], shows: Shows<readonly string[]>): Promise<readonly string[]> {
  let current = parts;
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < current.length; ) {
      const kept = [...current.slice(0, start), ...current.slice(start + size)];
      if (await shows(kept)) current = kept;
      else start += size;
    }
  }
  return current;
}
