/** What the names of environment variables say about the hosts in their values. */

/** Evaluated in a browser, not in the container. */
const BROWSER = listed('REACT_APP_ VITE_ NEXT_PUBLIC_ NUXT_PUBLIC_ VUE_APP_ GATSBY_ EXPO_PUBLIC_ NG_APP_ PUBLIC_');

/** The service's own address, whom to trust, or what to listen on; `_` stands before the first word of a key, too. */
const OWN_ADDRESS = listed(
  'ADVERTIS LISTEN _BIND SERVER_NAME VIRTUAL_HOST VIRTUAL_PORT VIRTUAL_PATH LETSENCRYPT_HOST ALLOWED TRUST CORS ORIGIN CALLBACK REDIRECT NO_PROXY COOKIE PUBLIC EXTERNAL INITIAL_MASTER_NODES',
);
const OWN_DOMAIN = listed('_DOMAIN _DOMAINS');
const OWN_URL: ReadonlySet<string> = new Set(listed('_URL _URI _BASE_URL _BASE_URI'));

/** Where browsers find the project, for links and redirects: through its proxy. A proxy itself has its targets there. */
const SITE_ADDRESS = listed('SITE ROOT APP WEB WEBSITE FRONTEND CLIENT NEXTAUTH CANONICAL HOMEPAGE').flatMap((word) =>
  listed('_URL _URI URL URI').map((ending) => `_${word}${ending}`),
);

/** Whether hosts in the value of such a variable are ones the container opens connections to. */
export function mayNameTarget(key: string, isProxy: boolean): boolean {
  const upper = `_${key.toUpperCase()}`;
  const plain = upper.replaceAll('.', '_').replaceAll('-', '_');
  if (BROWSER.some((prefix) => key.startsWith(prefix)) || namesImage(upper)) return false;
  if (OWN_ADDRESS.some((word) => plain.includes(word)) || OWN_URL.has(plain)) return false;
  return !endsWithOne(plain, OWN_DOMAIN) && (isProxy || !endsWithOne(plain, SITE_ADDRESS));
}

/** An image, of which `redis:7000` might be a tag. */
function namesImage(upper: string): boolean {
  return upper.includes('IMAGE') || upper.includes('VERSION') || upper.endsWith('_TAG');
}

function endsWithOne(text: string, endings: readonly string[]): boolean {
  return endings.some((ending) => text.endsWith(ending));
}

function listed(words: string): readonly string[] {
  return words.split(' ');
}

const HOST_WORDS: ReadonlySet<string> = new Set(
  'addr addresses address addrs bootstrap broker brokers connect contact dsn endpoint endpoints host hostname hosts nodes peers points seeds sentinels server servers targets target upstream upstreams uri uris url urls'.split(
    ' ',
  ),
);

/** Words after which the value is a kind, a name or a secret, whatever came before. */
const NO_HOST_WORDS: ReadonlySet<string> = new Set(
  'adapter database db dialect dir driver engine file id key kind label mode password path port profile profiles provider schema secret title token type user username vendor'.split(
    ' ',
  ),
);

/** Whether a bare word as value is a host: `DB_HOST=db`, but not `DB_TYPE=postgres`. */
export function namesHost(key: string): boolean {
  const words = wordsOfKey(key);
  const last = words.at(-1) ?? '';
  if (NO_HOST_WORDS.has(last)) return false;
  if (last === 'name') return words.at(-2) === 'host';
  if (last === 'master') return words.length > 1;
  // In .NET a connection may be no more than a host (`EventBusConnection`); in Laravel it is a driver (`DB_CONNECTION`).
  if (last === 'connection') return key !== key.toUpperCase();
  if (last === 'string') return words.at(-2) === 'connection';
  // `PGHOST`, `REDISHOST`
  return HOST_WORDS.has(last) || words.some((word) => word === 'hostname' || word.endsWith('host'));
}

/** The variable that holds the port for this one: `DB_PORT` for `DB_HOST`. */
export function portKeysFor(key: string): readonly string[] {
  const found = /^(.*?)(?:HOST_?NAME|HOST|SERVER|ADDRESS|ADDR|ENDPOINT)(.*)$/is.exec(key);
  if (!found) return [];
  const [, before = '', after = ''] = found;
  return key === key.toLowerCase() ? [`${before}port${after}`] : [`${before}PORT${after}`, `${before}Port${after}`];
}

function wordsOfKey(key: string): readonly string[] {
  return key
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}
