/** How well-known clients and servers take a credential on their command line, where the option's name does not say so. */

export interface Client {
  readonly programs: readonly string[];
  /** Options with the credential in the same word: `-psecret`. */
  readonly attached?: readonly string[];
  /** Options with the credential in the next word: `-a secret`. */
  readonly separate?: readonly string[];
  /** Options with `user:password` in the same or the next word. */
  readonly pairs?: readonly string[];
  /** Words that introduce arguments, and which argument after them is the credential, counted from 1. */
  readonly positional?: readonly { readonly after: readonly string[]; readonly argument: number }[];
  /** The options hold only behind this word (`docker login -p`). */
  readonly only?: string;
  /** The last word is the credential where a bundle of short options holds this letter. */
  readonly lastWith?: string;
  /** Long options take a value only with `=`, so the next word is something else. */
  readonly equalsOnly?: boolean;
}

/** Sources: the manual pages of the programs. */
export const CLIENTS: readonly Client[] = [
  {
    programs: [
      'mysql mysqladmin mysqldump mysqlcheck mysqlimport mysqlshow mysqlsh mysqlslap mysqlbinlog',
      'mariadb mariadb-admin mariadb-dump mariadb-check mariadb-import mariadb-show mariadb-backup mariabackup',
    ].flatMap((names) => names.split(' ')),
    attached: ['-p'],
    equalsOnly: true,
  },
  { programs: ['redis-cli', 'valkey-cli', 'keydb-cli', 'redis-benchmark'], separate: ['-a'] },
  {
    programs: ['mongo', 'mongosh', 'mongodump', 'mongorestore', 'mongoexport', 'mongoimport'],
    attached: ['-p'],
    separate: ['-p'],
  },
  { programs: ['sqlcmd', 'bcp', 'mosquitto_pub', 'mosquitto_sub', 'mosquitto_rr'], attached: ['-P'], separate: ['-P'] },
  {
    programs: ['ldapsearch', 'ldapadd', 'ldapmodify', 'ldapwhoami', 'ldapdelete', 'ldappasswd'],
    attached: ['-w'],
    separate: ['-w'],
  },
  {
    programs: ['rabbitmqadmin', 'cqlsh', 'cypher-shell', 'couchbase-cli', 'elasticsearch-users', 'influx'],
    separate: ['-p'],
  },
  {
    programs: ['rabbitmqctl'],
    positional: [
      { after: ['add_user'], argument: 2 },
      { after: ['change_password'], argument: 2 },
      { after: ['authenticate_user'], argument: 2 },
    ],
  },
  {
    programs: ['mc', 'mcli'],
    positional: [
      { after: ['alias', 'set'], argument: 4 },
      { after: ['config', 'host', 'add'], argument: 4 },
      { after: ['admin', 'user', 'add'], argument: 3 },
    ],
  },
  { programs: ['curl'], attached: ['-u'], pairs: ['-u', '--user', '-U', '--proxy-user'] },
  { programs: ['etcdctl'], pairs: ['--user'] },
  { programs: ['fabric-ca-server'], pairs: ['-b', '--boot'] },
  { programs: ['http', 'https', 'xh'], pairs: ['-a', '--auth'] },
  { programs: ['htpasswd'], lastWith: 'b' },
  { programs: ['vault', 'bao'], positional: [{ after: ['login'], argument: 1 }] },
  { programs: ['openssl'], separate: ['-k'] },
  { programs: ['sshpass'], attached: ['-p'], separate: ['-p'] },
  { programs: ['docker', 'podman', 'helm', 'oras'], separate: ['-p'], only: 'login' },
];

const BY_PROGRAM: ReadonlyMap<string, Client> = new Map(
  CLIENTS.flatMap((client) => client.programs.map((program): [string, Client] => [program, client])),
);

/** The client that a word of a command line starts, by its file name. */
export function clientOf(word: string): Client | undefined {
  if (word.length > 200) return undefined;
  return BY_PROGRAM.get(word.slice(word.lastIndexOf('/') + 1));
}
