/** How findings speak of places and credentials: names only, never a value. */
import type { Credential } from './find.js';
import { classifyKey } from './keys.js';
import type { Site } from './sites.js';

interface Wording {
  /** `K` stands for the key, `S` for the service. */
  readonly subject: string;
  /** Who gets to see it there, where that is less than obvious. */
  readonly seen?: string;
  readonly advice?: string;
}

const READ_FROM_FILE =
  'Let the program read it from a mounted secret, or from a variable that is set outside of the repository.';

const PLACES: ReadonlyMap<string, Wording> = new Map([
  ['environment', { subject: '`K` of `S`' }],
  [
    'env_file',
    {
      subject: '`K` in an env file of `S`',
      seen: 'Whoever has the file has it.',
      advice: 'Keep the file out of the repository, or mount a secret in its place.',
    },
  ],
  [
    '.env',
    {
      subject: '`K` in the file of variables',
      seen: 'Whoever has the file has it.',
      advice: 'Keep the file out of the repository: list it in `.gitignore` and commit an example without values.',
    },
  ],
  [
    'build.args',
    {
      subject: 'The build argument `K` of `S`',
      seen: 'It also stays in the history of the image.',
      advice: 'Pass it as a build secret: `build.secrets`, and `RUN --mount=type=secret` in the Dockerfile.',
    },
  ],
  [
    'build.dockerfile_inline',
    {
      subject: 'The inline Dockerfile of `S`',
      seen: 'It also stays in the history of the image.',
      advice: 'Pass it as a build secret: `build.secrets`, and `RUN --mount=type=secret` in the Dockerfile.',
    },
  ],
  ['command', { subject: 'The command of `S`', seen: 'The process list shows it.', advice: READ_FROM_FILE }],
  ['entrypoint', { subject: 'The entrypoint of `S`', seen: 'The process list shows it.', advice: READ_FROM_FILE }],
  [
    'healthcheck',
    {
      subject: 'The health check of `S`',
      seen: '`docker inspect` shows it.',
      advice: 'Use the variable that the container has anyway: `$$NAME` in a `CMD-SHELL` test.',
    },
  ],
  ['post_start', { subject: 'A `post_start` hook of `S`', advice: READ_FROM_FILE }],
  ['pre_stop', { subject: 'A `pre_stop` hook of `S`', advice: READ_FROM_FILE }],
  [
    'labels',
    {
      subject: 'The label `K` of `S`',
      seen: 'Whoever may list containers reads it.',
      advice: 'Labels are public: put it into a file that the reader of the label mounts as a secret.',
    },
  ],
  [
    'configs.content',
    {
      subject: 'The content of the config `K`',
      advice: 'Make it a secret: `secrets` with `environment` or an untracked `file`.',
    },
  ],
  ['volumes.content', { subject: 'The content of `K`, which is written into `S`,', advice: READ_FROM_FILE }],
  ['logging.options', { subject: 'The logging option `K` of `S`', seen: '`docker inspect` shows it.' }],
  ['volumes.driver_opts', { subject: 'The driver option `K` of a volume', seen: '`docker volume inspect` shows it.' }],
  [
    'networks.driver_opts',
    { subject: 'The driver option `K` of a network', seen: '`docker network inspect` shows it.' },
  ],
]);

/** `POSTGRES_PASSWORD` of `db` is a password in plain text. */
export function describePlace(credential: Credential): string {
  const { site } = credential;
  const wording = PLACES.get(site.place);
  const general = site.service === '' ? `\`K\` under \`${site.place}\`` : `\`K\` under \`${site.place}\` of \`S\``;
  const subject = (wording?.subject ?? general)
    .replace('K', () => site.key)
    .replace('`S`', () => `\`${site.service}\``);
  const seen = wording?.seen ? ` ${wording.seen}` : '';
  return `${subject} ${verbOf(credential)}.${seen}`;
}

function verbOf({ kind, hashed, placeholder }: Credential): string {
  if (hashed) return 'holds a password hash, which can be guessed offline';
  if (placeholder) return 'holds words that ask to be replaced, and work as a credential until somebody does';
  switch (kind) {
    case 'literal':
      return 'is a credential in plain text';
    case 'url':
      return 'carries a password in a URL';
    case 'connstring':
      return 'carries a password in plain text';
    case 'command':
      return 'carries a credential in plain text';
    case 'default':
      return 'falls back to a credential that is written in the file';
    default:
      return 'falls back to a text with a credential that is written in the file';
  }
}

/** `readsFiles`: the image is known to read the setting from a file. */
export function adviceFor({ site, kind, fallback }: Credential, readsFiles: boolean): string {
  if (readsFiles && (kind === 'literal' || kind === 'default')) {
    return `Mount a secret and write \`${site.key}_FILE: /run/secrets/NAME\`, which this image reads.`;
  }
  if (fallback)
    return `Drop the default: with \`\${NAME:?}\` Compose refuses to start until somebody has set the variable.`;
  const special = PLACES.get(site.place)?.advice;
  if (special !== undefined) return special;
  if (kind === 'url' || kind === 'connstring') {
    return `Put a variable in its place, \`\${NAME:?}\`, and set it outside of the repository.`;
  }
  const variable = 'write `${NAME:?}` and set the variable outside of the repository';
  return mayHaveFileForm(site)
    ? `Mount a secret, if the image reads \`${site.key}_FILE\`; otherwise ${variable}.`
    : `${variable.replace('w', 'W')}.`;
}

/** Only variables of the environment that are nothing but the credential are ever read from a file of a like name. */
function mayHaveFileForm({ place, key }: Site): boolean {
  return (place === 'environment' || place.endsWith('.environment')) && classifyKey(key) !== undefined;
}
