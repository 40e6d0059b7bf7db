/** What the names of environment variables say about the hosts in their values. */

/** Evaluated in a browser, not in the container. */
const BROWSER = /^(?:REACT_APP|VITE|NEXT_PUBLIC|NUXT_PUBLIC|VUE_APP|GATSBY|EXPO_PUBLIC|NG_APP|PUBLIC)_/;

/** The service's own address, whom to trust, or what to listen on. */
const OWN_ADDRESS =
  /ADVERTIS|LISTEN|(?:^|_)BIND|SERVER_NAME|VIRTUAL_(?:HOST|PORT|PATH)|LETSENCRYPT_HOST|ALLOWED|TRUST|CORS|ORIGIN|CALLBACK|REDIRECT|NO_PROXY|COOKIE|(?:^|_)DOMAINS?$|PUBLIC|EXTERNAL|^(?:BASE_)?UR[LI]$|INITIAL_MASTER_NODES/;

/** Where browsers find the project, for links and redirects: through its proxy. A proxy itself has its targets there. */
const SITE_ADDRESS = /(?:^|_)(?:SITE|ROOT|APP|WEB|WEBSITE|FRONTEND|CLIENT|NEXTAUTH|CANONICAL|HOMEPAGE)_?UR[LI]$/;

/** Names an image, of which `redis:7000` might be a tag. */
const IMAGE = /IMAGE|(?:^|_)TAG$|VERSION/;

/** Whether hosts in the value of such a variable are ones the container opens connections to. */
export function mayNameTarget(key: string, isProxy: boolean): boolean {
  // V8 takes several times as long to compile an expression that ignores case.
  const upper = key.toUpperCase();
  const plain = upper.replace(/[.-]/g, '_');
  return !BROWSER.test(key) && !OWN_ADDRESS.test(plain) && !IMAGE.test(upper) && (isProxy || !SITE_ADDRESS.test(plain));
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
