/** File names as other programs want them: from the repository's root, and as URIs. */

export interface RepositoryOptions {
  /** The folder that the report's paths start from, within the repository; `''` for its root, which is the default. */
  readonly folder?: string;
}

/** A relative path from the repository's root, `..` resolved as far as the folder goes; others stay as they are. */
export function fromRoot(file: string, { folder = '' }: RepositoryOptions): string {
  if (folder === '' || isAbsolute(file)) return file;
  const path = folder.split('/');
  for (const segment of file.split('/')) {
    if (segment === '..' && path.length > 0 && path.at(-1) !== '..') path.pop();
    else if (segment !== '.') path.push(segment);
  }
  return path.join('/');
}

export function isAbsolute(file: string): boolean {
  return file.startsWith('/') || hasDrive(file);
}

function hasDrive(file: string): boolean {
  return /^[A-Za-z]:\//.test(file);
}

/** Absolute paths as `file:` URIs, relative ones as relative references (RFC 3986), percent-encoded. */
export function uriOf(file: string): string {
  if (hasDrive(file)) return `file:///${file.slice(0, 2)}${encoded(file.slice(2))}`;
  return file.startsWith('/') ? `file://${encoded(file)}` : encoded(file);
}

/** What no URI can say, half a surrogate pair, becomes U+FFFD. */
function encoded(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, percentEncoded))
    .join('/');
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
