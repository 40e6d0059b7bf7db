/**
 * The words that names of settings are made of, as far as they tell a credential from its look-alikes. A name is split
 * into words first (`name-words.ts`), so nothing here is ever matched as a mere substring.
 */

/** What a credential opens: a `password` or `secret` is chosen by the operator, a `token` is issued by somebody else. */
export type CredentialClass = 'password' | 'secret' | 'token' | 'pair' | 'hash';

/** Each argument holds words between single spaces. */
function list(...lines: readonly string[]): readonly string[] {
  return lines.join(' ').split(' ');
}

function table(
  rows: Readonly<Record<'password' | 'secret' | 'token', readonly string[]>>,
): ReadonlyMap<string, CredentialClass> {
  const pairs = new Map<string, CredentialClass>();
  for (const word of list(...rows.password)) pairs.set(word, 'password');
  for (const word of list(...rows.secret)) pairs.set(word, 'secret');
  for (const word of list(...rows.token)) pairs.set(word, 'token');
  return pairs;
}

/** Words that name a credential when they end a name (`DB_PASSWORD`, `jwt.secret`). */
export const CREDENTIAL_WORDS = table({
  password: ['password passwords passwd passwort pass passphrase passcode pwd pw requirepass masterauth'],
  secret: ['secret secrets salt pepper mnemonic psk masterkey secretkey privatekey encryptionkey'],
  token: ['token tokens apikey apikeys authtoken authkey credential credentials creds bearer'],
});

/** Alone, these are counts and switches more often than credentials (`SECRETS=1`): they need a word in front. */
export const PLURALS: ReadonlySet<string> = new Set(list('passwords secrets tokens credentials creds'));

/** `..._KEY` names a credential only behind one of these: a key may as well be a partition's, a cache's, or a public one. */
export const KEY_QUALIFIERS = table({
  password: ['passphrase'],
  secret: [
    'secret private security encryption encrypt encrypted enc decryption crypt crypto cipher signing sign signature master',
    'session cookie cookies jwt jwe hmac aes des rsa fernet openssl salt nonce secure shared preshared creds credential',
    'credentials app application admin root internal unseal rpc account storage',
  ],
  token: [
    'api rest auth authentication authorization token service role agent bouncer license licence subscription enroll',
    'enrollment registration deploy ingest ingestion webhook bot server widget',
    'meilisearch openai anthropic google gemini mistral groq mailgun sendgrid stripe',
  ],
});

/** What may follow a credential word without changing its meaning (`SECRET_KEY_BASE`, `PASSWORD_DEFAULT`). */
export const NEUTRAL_TAILS: ReadonlySet<string> = new Set(
  list(
    'base value string plain plaintext clear cleartext text raw hex b64 base64 default prod production dev development',
    'test staging local current previous primary secondary fallback old new v',
  ),
);

/** A stored form of a password: guessable offline, so weaker than the password and stronger than nothing. */
export const HASH_TAILS: ReadonlySet<string> = new Set(
  list('hash hashed sha sha1 sha2 sha256 sha512 md5 bcrypt argon2 crypt digest'),
);

/** A name that begins with one of these is a switch or a limit, whatever follows (`ALLOW_EMPTY_PASSWORD`, `MAX_TOKENS`). */
export const LEADING_SWITCHES: ReadonlySet<string> = new Set(
  list('allow enable disable use no require is has max min show hide skip ignore limiter'),
);

/** Anywhere in a name these make a switch of it (`MYSQL_RANDOM_ROOT_PASSWORD`). */
export const SWITCHES: ReadonlySet<string> = new Set(
  list('random empty allow allowed enable enabled disable disabled'),
);

/** Right before the credential word these make a switch of it (`NEXUS_SECURITY_RANDOMPASSWORD`, `FORGOT_PASSWORD`). */
export const ADJACENT_SWITCHES: ReadonlySet<string> = new Set([
  ...LEADING_SWITCHES,
  ...list(
    'allowed enabled disabled with without not requires required maximum minimum num display force verify validate random',
    'randomize generate reset forgot forgotten change expire rotate empty limit',
  ),
]);

/** Right before `secret` these say that the value is the name of a secret that is kept elsewhere (Kubernetes). */
export const SECRET_NAMERS: ReadonlySet<string> = new Set(list('tls pull'));

/** Names that end with one of these hold `user:password` or `user/password`; the value's shape decides. */
export const PAIR_WORDS: ReadonlySet<string> = new Set(list('auth basicauth userpass htpasswd userinfo'));

/** Words that occur fused to the above (`PGPASSWORD`, `passwordminlength`): known, so that such a word can be taken apart. */
export const COMPANIONS: ReadonlySet<string> = new Set(
  list(
    'key keys access public db database pg postgres postgresql mysql mariadb mssql sql mongo mongodb redis rediscli',
    'rabbitmq mqtt amqp elastic influx influxdb neo4j ldap smtp imap mail email ftp sftp ssh vnc rpc rcon http web webui',
    'ui proxy vpn wifi sudo su sa administrator super superuser user users owner guest client account login basic oauth',
    'replica replication repl slave control join my our core initial init bootstrap backup store keystore truststore',
    'trust ssl tls refresh personal github gitlab aws s3 minio azure gcp file path id length age ttl expiry expiration',
    'policy requirements lowercase uppercase numeric symbol char chars strength scheme passkey keycloak',
  ),
);

/** Names (words joined by `_`) that mean what their words do not say. */
export const EXACT_NAMES: ReadonlyMap<string, CredentialClass> = new Map([
  ['redis_auth', 'password'],
  ['valkey_auth', 'password'],
  ['rediscli_auth', 'password'],
  ['access_code', 'password'],
  ['passin', 'password'],
  ['passout', 'password'],
  ['vault_dev_root_token_id', 'token'],
  ['bao_dev_root_token_id', 'token'],
  ['komodo_passkey', 'secret'],
  ['rabbitmq_erlang_cookie', 'secret'],
  ['erlang_cookie', 'secret'],
  ['plex_claim', 'token'],
  ['wordpress_auth_key', 'secret'],
  ['wordpress_secure_auth_key', 'secret'],
  ['wordpress_logged_in_key', 'secret'],
  ['logged_in_key', 'secret'],
  ['authentication_apikey_allowed_keys', 'token'],
]);

/** Build tools copy variables with these first words into pages that any visitor can read. */
export const BROWSER_PREFIXES: readonly (readonly string[])[] = [
  ['next', 'public'],
  ['nuxt', 'public'],
  ['expo', 'public'],
  ['react', 'app'],
  ['vite'],
  ['gatsby'],
  ['vue', 'app'],
];
