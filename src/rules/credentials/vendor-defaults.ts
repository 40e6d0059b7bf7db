/** Passwords that everybody tries first: those of the vendors, and those that follow from a name. */

/** What images are born with, or their documentation uses; by a name of the image family in the catalogue. */
export const VENDOR_DEFAULTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['postgres', ['postgres', 'mysecretpassword', 'example']],
  ['mysql', ['mysql', 'my-secret-pw', 'example']],
  ['mariadb', ['mariadb', 'my-secret-pw', 'example']],
  [
    'mcr.microsoft.com/mssql/server',
    ['yourStrong(!)Password', 'Pass@word', 'Pass@word1', 'P@ssw0rd', 'Your_password123'],
  ],
  ['mongo', ['mongo', 'example']],
  ['rabbitmq', ['guest', 'rabbitmq', 'bitnami']],
  ['minio/minio', ['minioadmin', 'minio123', 'miniosecret', 'minio']],
  ['neo4j', ['neo4j']],
  ['elasticsearch', ['elastic', 'changeme']],
  ['redis', ['redis', 'foobared']],
  ['influxdb', ['influxdb', 'admin123']],
  ['grafana/grafana', ['grafana']],
  ['emqx', ['public']],
  ['apache/activemq-classic', ['artemis', 'activemq']],
  ['quay.io/keycloak/keycloak', ['keycloak']],
  ['sonatype/nexus3', ['admin123']],
  ['goharbor/*', ['Harbor12345']],
  ['wazuh/wazuh-manager', ['SecretPassword', 'MyS3cr37P450r.*-']],
  ['cassandra', ['cassandra']],
  ['firebirdsql/firebird', ['masterkey', 'masterke']],
  ['couchdb', ['couchdb']],
  ['clickhouse', ['clickhouse']],
]);

/** The head of every list of leaked passwords. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  'admin administrator root toor password passw0rd Password1 P@ssw0rd secret test guest default 1234 12345 123456 1234567 12345678 123456789 1234567890 000000 111111 qwerty letmein welcome changeme change_me changeit changethis pass user demo'.split(
    ' ',
  ),
);

/** Images that make themselves a credential which everybody knows when they are given none. */
export const BORN_WITH: readonly {
  readonly image: string;
  /** Any of these, or its `_FILE` form, replaces it. */
  readonly settings: readonly string[];
  readonly account: string;
}[] = [
  {
    image: 'rabbitmq',
    settings: ['RABBITMQ_DEFAULT_PASS', 'RABBITMQ_DEFAULT_USER', 'RABBITMQ_CONFIG_FILE', 'RABBITMQ_PASSWORD'],
    account: '`guest`',
  },
  {
    image: 'minio/minio',
    settings: ['MINIO_ROOT_PASSWORD', 'MINIO_SECRET_KEY', 'MINIO_CONFIG_ENV_FILE'],
    account: '`minioadmin`',
  },
  {
    image: 'grafana/grafana',
    settings: ['GF_SECURITY_ADMIN_PASSWORD', 'GF_SECURITY_ADMIN_PASSWORD_'],
    account: '`admin`',
  },
  { image: 'emqx', settings: ['EMQX_DASHBOARD__DEFAULT_PASSWORD'], account: '`admin`' },
  {
    image: 'apache/activemq-classic',
    settings: ['ACTIVEMQ_CONNECTION_PASSWORD', 'ARTEMIS_PASSWORD', 'ACTIVEMQ_ADMIN_PASSWORD'],
    account: '`admin`',
  },
  { image: 'proxysql/proxysql', settings: [], account: '`admin`' },
];
