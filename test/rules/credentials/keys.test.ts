import { classifyKey, isNameOfCredential } from '../../../src/rules/credentials/keys';

const CREDENTIALS: readonly (readonly [name: string, found: string])[] = [
  ['POSTGRES_PASSWORD', 'password'],
  ['PGPASSWORD', 'password'],
  ['ME_CONFIG_MONGODB_ADMINPASSWORD', 'password'],
  ['PAPERLESS_DBPASS', 'password'],
  ['REDISMASTERPASS', 'password'],
  ['RABBITMQ_DEFAULT_PASS', 'password'],
  ['MYSQL_PWD', 'password'],
  ['GITEA__database__PASSWD', 'password'],
  ['db.rootPassword', 'password'],
  ['SMTPPassword2', 'password'],
  ['spring.datasource.password', 'password'],
  ['AUTHELIA_IDENTITY_VALIDATION_RESET_PASSWORD_JWT_SECRET', 'secret'],
  ['DFLY_requirepass', 'password'],
  ['REDIS_AUTH', 'password'],
  ['JWT_SECRET', 'secret'],
  ['APP_KEY', 'secret'],
  ['SECRET_KEY_BASE', 'secret'],
  ['GITLAB_SECRETS_DB_KEY_BASE', 'secret'],
  ['DD_CREDENTIAL_AES_256_KEY', 'secret'],
  ['AWS_SECRET_ACCESS_KEY', 'secret'],
  ['S3SecretKey', 'secret'],
  ['SESSION_SALT', 'secret'],
  ['_APP_OPENSSL_KEY_V1', 'secret'],
  ['KOMODO_PASSKEY', 'secret'],
  ['OPENAI_API_KEY', 'token'],
  ['MYAPIKEY', 'token'],
  ['apiKey', 'token'],
  ['TS_AUTHKEY', 'token'],
  ['Token', 'token'],
  ['INIT_CLIENT_API_TOKENS', 'token'],
  ['VAULT_DEV_ROOT_TOKEN_ID', 'token'],
  ['NEO4J_AUTH', 'pair'],
  ['ADMIN_PASSWORD_HASH', 'hash'],
  ['GRAYLOG_ROOT_PASSWORD_SHA2', 'hash'],
  ['GRAYLOG_SHA256_PASSWORD', 'hash'],
  ['VITE_DB_PASSWORD', 'password'],
  ['API_TOKENS', 'token'],
  ['SHARED_ACCESS_KEY', 'secret'],
  ['app.key', 'secret'],
  ['appKey', 'secret'],
  ['ENCRYPTION_KEYS', 'secret'],
  ['PASSWORD_DEFAULT_OLD', 'password'],
  ['SECRET_HASH', 'secret'],
  ['PASSWORD_KEY', 'password'],
  ['HTTP_BASICAUTH', 'pair'],
  ['ADMIN_AUTH', 'pair'],
  ['RABBITMQ_ERLANG_COOKIE', 'secret'],
  ['PASSWORD', 'password'],
];

const LOOK_ALIKES: readonly string[] = [
  'TOKEN_TTL',
  'PASSWORD_MIN_LENGTH',
  'passwordMinLength',
  'POSTGRES_PASSWORD_FILE',
  'GF_SECURITY_ADMIN_PASSWORD__FILE',
  'SECRET_NAME',
  'kompose.service.expose.tls-secret',
  'AUTHENTICATION_APIKEY_ENABLED',
  'ALLOW_EMPTY_PASSWORD',
  'MYSQL_RANDOM_ROOT_PASSWORD',
  'NEXUS_SECURITY_RANDOMPASSWORD',
  'ACCOUNT_MAX_PASSWORDS',
  'MAX_TOKENS',
  'SECRETS',
  'TOKEN_URL',
  'OIDC_TOKEN_URI',
  'AWS_ACCESS_KEY_ID',
  'MINIO_ACCESS_KEY',
  'VAPID_PUBLIC_KEY',
  'CF_TURNSTILE_SITE_KEY',
  'PARTITION_KEY',
  'CACHE_REDIS_PREFIX_KEY',
  'NEXT_PUBLIC_API_KEY',
  'VITE_AUTH_TOKEN',
  'MAILCOW_PASS_SCHEME',
  'GOTIFY_PASSSTRENGTH',
  'NB_ENABLE_ROSENPASS',
  'EGG_PASSPORT_GITHUB_CLIENT_ID',
  'ENABLE_TOKENIZER_GSE',
  'LIMITER_ADD_YUBIKEY',
  'BYPASS',
  'COMPASS',
  'MONKEY',
  'KEYCLOAK_URL',
  'RESET_PASSWORD_TOKEN_EXPIRY_HOURS',
  'key',
  '',
  'keys',
  'PULL_SECRET',
  'FORCE_PASSWORD',
  'DB_RANDOM_PASSWORD',
  'REACT_APP_API_KEY',
  'NUXT_PUBLIC_TOKEN',
  'ACCESS_KEY',
  'MY_ACCESS_KEY',
  'CREDS',
  'TOKEN_LENGTH',
  'HASH',
  `${'A'.repeat(192)}_PASSWORD`,
];

describe('a name announces a credential', () => {
  test.each(CREDENTIALS)('%s: %s', (name, found) => {
    expect(classifyKey(name)).toBe(found);
  });

  test.each(LOOK_ALIKES)('not %s', (name) => {
    expect(classifyKey(name)).toBeUndefined();
  });

  test('of a name that is just short enough', () => {
    expect(classifyKey(`${'A'.repeat(191)}_PASSWORD`)).toBe('password');
  });

  test.each([
    ['smtp_account_password', true],
    ['API-Key', true],
    ['my_insecure_key', true],
    ['adminPassword', true],
    ['smtp_account', false],
    ['password_1', false],
    ['correct_password', false],
    [`password${'_password'.repeat(30)}`, false],
  ])('%s is what credentials are called: %s', (value, expected) => {
    expect(isNameOfCredential(value)).toBe(expected);
  });

  test('the public half of a pair is none', () => {
    expect(classifyKey('PUSHER_APP_KEY', new Set(['PUSHER_APP_KEY', 'PUSHER_APP_SECRET']))).toBeUndefined();
    expect(classifyKey('PUSHER_APP_SECRET', new Set(['PUSHER_APP_KEY', 'PUSHER_APP_SECRET']))).toBe('secret');
    expect(classifyKey('PUSHER_APP_KEY')).toBe('secret');
    expect(classifyKey('appKey', new Set(['appSecret']))).toBeUndefined();
    expect(classifyKey('app_key', new Set(['app_secret']))).toBeUndefined();
    expect(classifyKey('APP_KEY', new Set(['app_secret', 'APP_Secret']))).toBe('secret');
    expect(classifyKey('APP_TOKEN', new Set(['APP_TOSECRET']))).toBe('token');
  });
});
