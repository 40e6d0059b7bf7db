/** Which settings images read from a file, as far as their documentation gives the whole list. */

export interface FileVariants {
  /** Repository paths of official images; private copies may differ. */
  readonly images: readonly string[];
  /** The `_FILE` settings that are read. */
  readonly read: readonly string[];
  /** Settings of this form are the image's; what else ends in `_FILE` belongs to somebody else. */
  readonly own: RegExp;
  /** The form that the image reads, where it differs. */
  readonly instead?: string;
  /** Since this tag; older ones read them. */
  readonly since?: readonly [major: number, minor: number];
}

/** Sources: the images' entrypoints and documentation. */
export const FILE_VARIANTS: readonly FileVariants[] = [
  {
    images: ['postgres', 'postgis/postgis', 'pgvector/pgvector', 'timescale/timescaledb'],
    read: ['POSTGRES_PASSWORD_FILE', 'POSTGRES_USER_FILE', 'POSTGRES_DB_FILE', 'POSTGRES_INITDB_ARGS_FILE'],
    own: /^(POSTGRES|PG)\w*(PASSWORD|PASS|USER|DB|DATABASE|ARGS)_FILE$/,
  },
  {
    images: ['mysql', 'percona'],
    read: [
      'MYSQL_ROOT_HOST_FILE',
      'MYSQL_DATABASE_FILE',
      'MYSQL_USER_FILE',
      'MYSQL_PASSWORD_FILE',
      'MYSQL_ROOT_PASSWORD_FILE',
    ],
    own: /^MYSQL_\w*(PASSWORD|USER|DATABASE|HOST)_FILE$/,
  },
  {
    images: ['mongo'],
    read: ['MONGO_INITDB_ROOT_USERNAME_FILE', 'MONGO_INITDB_ROOT_PASSWORD_FILE'],
    own: /^MONGO_\w*(PASSWORD|USERNAME|USER|DATABASE)_FILE$/,
  },
  {
    images: ['rabbitmq'],
    read: [
      'RABBITMQ_CONFIG_FILE',
      'RABBITMQ_ADVANCED_CONFIG_FILE',
      'RABBITMQ_CONF_ENV_FILE',
      'RABBITMQ_ENABLED_PLUGINS_FILE',
      'RABBITMQ_PID_FILE',
      'RABBITMQ_MNESIA_FILE',
    ],
    own: /^RABBITMQ_DEFAULT_(PASS|USER|VHOST)_FILE$|^RABBITMQ_ERLANG_COOKIE_FILE$|^RABBITMQ_PASSWORD_FILE$/,
    since: [3, 9],
  },
  {
    images: ['redis', 'valkey/valkey', 'redis/redis-stack', 'redis/redis-stack-server'],
    read: [],
    own: /^(REDIS|VALKEY)_PASSWORD_FILE$/,
  },
  {
    images: ['clickhouse/clickhouse-server', 'clickhouse'],
    read: ['CLICKHOUSE_PASSWORD_FILE'],
    own: /^CLICKHOUSE_USER_FILE$/,
  },
  { images: ['couchdb'], read: [], own: /^COUCHDB_(PASSWORD|USER|SECRET)_FILE$/ },
  { images: ['mssql/server'], read: [], own: /^(MSSQL_)?SA_PASSWORD_FILE$/ },
  { images: ['cockroachdb/cockroach'], read: [], own: /^COCKROACH_(PASSWORD|USER|DATABASE)_FILE$/ },
  { images: ['getmeili/meilisearch'], read: [], own: /^MEILI_MASTER_KEY_FILE$/ },
  {
    images: ['keycloak/keycloak'],
    read: ['KC_CONFIG_FILE', 'KC_VAULT_FILE'],
    own: /^(KC|KEYCLOAK)_\w*(PASSWORD|USERNAME)_FILE$/,
  },
  {
    images: ['grafana/grafana', 'grafana/grafana-oss', 'grafana/grafana-enterprise'],
    read: [],
    own: /^GF_\w*(PASSWORD|SECRET|SECRET_KEY|TOKEN)_FILE$/,
    instead: '__FILE',
  },
  {
    images: ['gitea/gitea'],
    read: [],
    own: /^GITEA__\w+(PASSWD|PASSWORD|SECRET|SECRET_KEY|TOKEN)_FILE$/,
    instead: '__FILE',
  },
  {
    images: ['forgejo/forgejo'],
    read: [],
    own: /^FORGEJO__\w+(PASSWD|PASSWORD|SECRET|SECRET_KEY|TOKEN)_FILE$/,
    instead: '__FILE',
  },
];
