/** Every attribute of a service, in short and long forms. */
import fc from 'fast-check';
import {
  anyText,
  assignments,
  boolean,
  duration,
  float,
  integer,
  list,
  type Nodes,
  named,
  odd,
  of,
  or,
  size,
  some,
  type Texts,
} from './scalars.js';
import type { Node } from './yaml-text.js';

export const SERVICES = or(of('api', 'db'), of('web', 'nowhere'));
export const NETWORKS = or(of('front', 'back', 'default'), of('nowhere'));
export const VOLUMES = of('data', 'cache');
export const KEYS = of('A', 'B', 'FOO', 'LONG_NAME', 'com.example.key', 'N');

const word = or(of('x', 'some-word', '"quoted"', 'alpine:3', '/a', '${A}', '$N'));
const either = (...nodes: readonly Nodes[]): Nodes => fc.oneof(...nodes);
const words = list(word);
const wordOrWords = either(word, words);
const address = or(of('10.0.0.1', '127.0.0.1', '::1', '${IP}'), of('"[::1]"', '172.16.0.0/16'));
const hook = some(
  { command: either(word, words), user: word, privileged: boolean, working_dir: word, environment: assignments(KEYS) },
  ['command'],
);

const port: Nodes = fc.oneof(
  {
    weight: 4,
    arbitrary: or(
      of(
        ...[
          '"80"',
          '80',
          '"80:80"',
          '"8080:80/udp"',
          '"127.0.0.1:8080:80"',
          '"8000-8002:80-82"',
          '"3000-3001"',
          '"${P}:80"',
          '80:80',
          '"[::1]:80:80"',
        ],
        ...[
          '"::1:80:80"',
          '"127.0.0.1::80"',
          '"80/tcp"',
          '"8000-9000:80"',
          '"0.0.0.0:80-81:80-81/tcp"',
          '22:22',
          '"${P:-1}-${P:-2}:9"',
          '"53:53/UDP"',
          '"1:2/sctp"',
        ],
      ),
      of(
        ...[
          '"a:80"',
          '"70000:80"',
          '"80:"',
          '":80"',
          '""',
          '"80-79"',
          '"8-9:1-3"',
          '"localhost:80:80"',
          '" 80:80"',
          '"080:80"',
          '"80:80/"',
        ],
      ),
      40,
    ),
  },
  {
    weight: 2,
    arbitrary: some(
      {
        target: integer,
        published: or(of('"8080"', '8080', '"8000-8010"', '${P}', '""')),
        protocol: of('tcp', 'udp', 'sctp'),
        mode: of('host', 'ingress'),
        host_ip: address,
        name: word,
        app_protocol: of('http'),
        'x-p': odd,
      },
      ['target'],
    ),
  },
);

const bind = some({
  propagation: of('rslave', 'shared'),
  create_host_path: boolean,
  selinux: of('z', 'Z'),
  recursive: of('enabled', 'readonly'),
});
const mount: Nodes = fc.oneof(
  {
    weight: 3,
    arbitrary: or(
      of(
        ...[
          './d:/d',
          '/anonymous',
          'data:/data',
          'cache:/c:ro',
          '"./a:/b:ro,z"',
          '~/x:/x',
          '/abs:/abs',
          '../up:/up:rw',
          '.:/here',
          '"${U:-./u}:/u"',
          'data:/n:nocopy',
        ],
        ...[
          '"C:\\\\x:/y"',
          '"c:/x:/y:ro"',
          'data:/volume:cached',
          './s:/s:Z',
          './rel/path:/rel',
          './${A}:/a',
          '"/a:/b:rslave"',
          '"/a:/b:foo"',
          '/a:/b/',
          './x/../y:/z//z',
          '${HOME}/h:/h',
        ],
      ),
      of(
        ...[
          'rel/path:/rel',
          '${A}:/a',
          '"a:b:c:d"',
          '":/x"',
          '"/x:"',
          '""',
          '"data:relative"',
          './~:/t',
          '~:/home',
          '"~user/x:/x"',
          '/a:/b:ro:rw',
          '"\\\\\\\\.\\\\pipe\\\\x:/p"',
        ],
      ),
      40,
    ),
  },
  {
    weight: 2,
    arbitrary: fc.oneof(
      some(
        {
          type: of('volume'),
          source: VOLUMES,
          target: of('/v', '/v/', 'v'),
          read_only: boolean,
          volume: some({ nocopy: boolean, subpath: word, labels: assignments(KEYS) }),
          consistency: word,
        },
        ['type', 'target'],
      ),
      some(
        {
          type: of('bind'),
          source: of('./b', '/b', '~/b', '../b', '${U:-./b}'),
          target: of('/bind'),
          read_only: boolean,
          bind,
        },
        ['type', 'source', 'target'],
      ),
      some(
        {
          type: of('tmpfs'),
          target: of('/t'),
          tmpfs: some({ size, mode: or(of('0755', '"0755"', '755', '1777', '0o755')) }),
        },
        ['type', 'target'],
      ),
      some(
        {
          type: or(of('image', 'npipe', 'cluster'), of('other')),
          source: word,
          target: of('/i'),
          image: some({ subpath: word }),
        },
        ['type', 'target'],
      ),
    ),
  },
);

const device = some(
  {
    capabilities: list(of('gpu', '"nvidia"'), 2),
    count: or(of('1', 'all', '"2"', '${N}', '-1')),
    driver: word,
    options: assignments(KEYS),
  },
  ['capabilities'],
);
const grant = (source: Texts): Nodes =>
  either(
    source,
    some(
      {
        source,
        target: of('/run/t', 't'),
        uid: of('"1000"', "'0'"),
        gid: of('"1000"'),
        mode: or(of('0440', '"0440"', '288', '440', '0o440', '"0o440"')),
      },
      ['source'],
    ),
  );
const updates = some({
  parallelism: integer,
  delay: duration,
  failure_action: of('pause', 'rollback'),
  monitor: duration,
  max_failure_ratio: float,
  order: of('start-first', 'stop-first'),
});
const resource = some({ cpus: float, memory: size, pids: integer });
const generic = list(some({ discrete_resource_spec: some({ kind: word, value: integer }) }), 2);
const limit = list(some({ path: of('/dev/sda'), rate: size }, ['path', 'rate']), 2);
const weights = list(some({ path: of('/dev/sda'), weight: integer }, ['path', 'weight']), 2);
const hosts: Nodes = either(
  list(
    or(
      of(
        '"a:10.0.0.1"',
        'h=10.0.0.2',
        '"a=::1"',
        '"a:[::1]"',
        'host.docker.internal:host-gateway',
        '"a:10.0.0.1,10.0.0.2"',
        '"a:${IP}"',
      ),
      of('"a"', 'a', '"a:"', '"=1"'),
    ),
    3,
  ),
  named(of('a', 'b', 'h.example'), either(address, list(address, 2))),
);
const extension = either(odd, list(odd), named(KEYS, odd), named(of('a', 'b'), list(odd)));
const watch = some(
  {
    path: of('./src', '/abs'),
    action: of('rebuild', 'sync', 'restart', 'sync+restart', 'sync+exec'),
    target: word,
    ignore: wordOrWords,
    include: wordOrWords,
    exec: hook,
    initial_sync: of('true', 'false'),
  },
  ['path', 'action'],
);

const context = or(
  of(
    '.',
    './src',
    '../up',
    '/abs',
    'https://host.example/x.git',
    'git@host.example:x.git#main',
    '~/src',
    '${U:-.}',
    'https://host.example/x.git#a:b',
  ),
);
const build: Nodes = either(
  context,
  some(
    {
      context,
      dockerfile: of('Dockerfile', './d/Dockerfile', '/abs/Dockerfile'),
      dockerfile_inline: fc.oneof(
        { weight: 1, arbitrary: of('FROM x', '|\nFROM x\nRUN y') },
        { weight: 9, arbitrary: of('""') },
      ),
      args: assignments(KEYS),
      ssh: either(list(of('default', '"k=./key"'), 2), named(of('default'), of('', './key'))),
      labels: assignments(KEYS),
      cache_from: words,
      cache_to: words,
      no_cache: boolean,
      no_cache_filter: wordOrWords,
      additional_contexts: either(
        list(
          or(of('a=./a', 'b=https://host.example/b', 'd=docker-image://x'), of('c=service:db', 'c=service:nowhere')),
          2,
        ),
        named(of('a', 'b'), of('./a', 'service:db', 'docker-image://x', '/abs', '~/h')),
      ),
      network: of('host', 'none', 'front'),
      provenance: boolean,
      sbom: boolean,
      pull: boolean,
      privileged: boolean,
      target: word,
      shm_size: size,
      extra_hosts: hosts,
      isolation: word,
      secrets: list(grant(of('secret')), 1),
      tags: words,
      ulimits: named(of('nproc', 'nofile'), either(integer, some({ soft: integer, hard: integer }, ['soft', 'hard']))),
      platforms: list(or(of('linux/amd64', 'linux/arm64')), 2),
      entitlements: words,
      'x-b': extension,
    },
    ['context'],
  ),
);

export const ENVIRONMENT = assignments(KEYS);

export const ATTRIBUTES: Readonly<Record<string, Nodes>> = {
  annotations: assignments(KEYS),
  attach: boolean,
  build,
  blkio_config: some({
    weight: integer,
    weight_device: weights,
    device_read_bps: limit,
    device_write_iops: limit,
    device_read_iops: limit,
    device_write_bps: limit,
  }),
  cap_add: words,
  cap_drop: words,
  cgroup: of('host', 'private'),
  cgroup_parent: word,
  command: either(anyText, words, of('', 'null', '"a \'b c\' d"', 'sh -c "echo $$HOME"', '[]', '"a\\\\ b"')),
  configs: list(grant(or(of('config'), of('nothing'))), 1),
  container_name: or(of('name', 'a.b-c', 'n${A}'), of('"x y"', 'x', '-a')),
  cpu_count: integer,
  cpu_percent: or(of('10', '50', '"5"'), of('101', '0.5', '1.0')),
  cpu_shares: integer,
  cpu_quota: or(of('50000', '"1000"', '${N}'), of('50ms')),
  cpu_period: or(of('100000', '"1000"'), of('20ms')),
  cpu_rt_period: or(of('1000', '"1000"'), of('20ms', '400us')),
  cpu_rt_runtime: or(of('1000', '"1000"'), of('20ms')),
  cpus: float,
  cpuset: or(of('"0-1"', '0,1'), of('0')),
  credential_spec: some({ file: of('./spec.json', '/abs'), registry: word, config: of('config') }),
  depends_on: either(
    list(SERVICES, 2),
    named(
      SERVICES,
      some(
        {
          condition: or(of('service_started', 'service_healthy', 'service_completed_successfully')),
          required: or(of('true', 'false')),
          restart: or(of('true', 'false')),
        },
        ['condition'],
      ),
      2,
    ),
  ),
  deploy: some({
    mode: of('replicated', 'global'),
    replicas: integer,
    endpoint_mode: of('vip', 'dnsrr'),
    labels: assignments(KEYS),
    update_config: updates,
    rollback_config: updates,
    resources: some({
      limits: resource,
      reservations: some({ cpus: float, memory: size, generic_resources: generic, devices: list(device, 2) }),
    }),
    restart_policy: some({
      condition: of('any', 'on-failure'),
      delay: duration,
      max_attempts: integer,
      window: duration,
    }),
    placement: some({
      constraints: list(of('node.role==manager', 'a == b')),
      preferences: list(some({ spread: word }, ['spread']), 2),
      max_replicas_per_node: integer,
    }),
    'x-d': extension,
  }),
  develop: some({ watch: list(watch, 2) }),
  device_cgroup_rules: list(of('"c 1:3 mr"', 'a 7:* rmw')),
  devices: list(
    either(
      or(
        of('/dev/a', '/dev/a:/dev/b', '"/dev/a:/dev/b:r"', '"/dev/a:rw"', 'vendor.com/class=gpu'),
        of('a:b:c:d', ':', '""'),
      ),
      some({ source: of('/dev/a'), target: of('/dev/b'), permissions: of('rw') }, ['source', 'target']),
    ),
    2,
  ),
  dns: either(address, list(address)),
  dns_opt: words,
  dns_search: wordOrWords,
  domainname: word,
  entrypoint: either(anyText, words, of('', 'null', '[]')),
  env_file: either(
    or(of('./one.env', 'two.env', '././one.env'), of('missing.env', 'sub/three.env')),
    list(
      either(
        of('./one.env', 'two.env', '${U:-one.env}'),
        some({ path: or(of('one.env', './two.env'), of('missing.env')), required: boolean, format: of('raw') }, [
          'path',
        ]),
      ),
      3,
    ),
  ),
  environment: ENVIRONMENT,
  expose: list(or(of('"80"', '80', '"1000-1002"', '"53/udp"', '"${P}"', '3000/tcp'), of('x', '"80:80"', '1.5')), 3),
  external_links: list(of('other', 'other:alias', '"a:b:c"'), 2),
  extra_hosts: hosts,
  gpus: either(of('all'), list(device, 2)),
  group_add: list(or(of('root', '1000', '"0"'))),
  healthcheck: some({
    test: either(
      or(of('curl x', '"NONE"', '"NONE x"')),
      fc.tuple(or(of('CMD', 'CMD-SHELL', 'NONE'), of('x')), word).map((items): Node => ({ items, flow: true })),
    ),
    interval: duration,
    timeout: duration,
    retries: integer,
    start_period: duration,
    start_interval: duration,
    disable: boolean,
  }),
  hostname: word,
  image: or(of('alpine', 'alpine:3', 'host.example:5000/x/y@sha256:00', '${A}:${N}', '"x"', '${U:-nginx}')),
  init: boolean,
  ipc: or(of('host', 'private', 'shareable', 'service:db', '"container:x"')),
  isolation: word,
  label_file: either(of('./labels', 'two.env'), list(or(of('./labels', 'one.env'), of('missing.env')), 2)),
  labels: assignments(KEYS),
  links: list(or(of('db', 'db:database', 'api'), of('"api:a:b"', 'nowhere')), 2),
  logging: some({
    driver: of('json-file', 'none'),
    options: named(of('max-size', 'tag'), or(of('10m', '"1"', '5', '"{{.Name}}"', 'null'))),
  }),
  mac_address: of('02:42:ac:11:65:43', '"02:42:ac:11:65:43"'),
  mem_limit: size,
  mem_reservation: size,
  mem_swappiness: integer,
  memswap_limit: size,
  models: either(list(of('llm'), 1), named(of('llm'), some({ endpoint_var: of('E'), model_var: of('M') }), 1)),
  network_mode: or(of('host', 'none', 'bridge', 'service:db', '"container:x"', 'front', 'default')),
  networks: either(
    list(NETWORKS, 2),
    named(
      NETWORKS,
      either(
        of('', 'null'),
        some({
          aliases: words,
          ipv4_address: address,
          ipv6_address: address,
          priority: or(of('1', '100', '-5', '1.0')),
          gw_priority: or(of('1', '0', '-1')),
          mac_address: word,
          interface_name: word,
          driver_opts: named(KEYS, or(of('1', 'x', '1.5'))),
          link_local_ips: list(address, 2),
          'x-n': odd,
        }),
      ),
      2,
    ),
  ),
  oom_kill_disable: boolean,
  oom_score_adj: or(of('1', '-1000', '"5"', '500'), of('1001', '1.0')),
  pid: or(of('host', 'service:db', 'null', '"container:x"')),
  pids_limit: or(of('100', '"100"', '-1', '${N}'), of('1.5')),
  platform: or(of('linux/amd64'), of('linux')),
  ports: list(port, 3),
  post_start: list(hook, 2),
  pre_stop: list(hook, 2),
  privileged: boolean,
  profiles: list(or(of('dev', 'prod', '"a b"', 'debug')), 2),
  provider: some(
    {
      type: of('cloud'),
      options: named(KEYS, either(or(of('1', 'x', 'true', '1.5')), list(of('a', '1', 'false'), 2))),
    },
    ['type'],
  ),
  pull_policy: or(
    of('always', 'never', 'build', 'if_not_present', 'missing', 'daily', 'weekly', 'every_12h', 'every_1d2h'),
    of('sometimes'),
  ),
  pull_refresh_after: of('1d', '24h'),
  read_only: boolean,
  restart: or(of('always', '"no"', 'no', 'unless-stopped', 'on-failure:3', 'on-failure')),
  runtime: word,
  scale: integer,
  secrets: list(grant(or(of('secret'), of('nothing'))), 1),
  security_opt: list(or(of('no-new-privileges:true', 'seccomp:./s.json', 'label=disable', '"a:b"')), 2),
  shm_size: size,
  stdin_open: boolean,
  stop_grace_period: duration,
  stop_signal: or(of('SIGINT', '"9"'), of('15')),
  storage_opt: named(of('size'), size, 1),
  sysctls: assignments(of('net.core.somaxconn', 'a.b')),
  tmpfs: either(of('/run', '"/run:size=64m"'), list(of('/run', '/tmp:mode=755,size=64m', './x', '/d'), 2)),
  tty: boolean,
  ulimits: named(
    of('nproc', 'nofile', 'core'),
    either(integer, some({ soft: integer, hard: integer }, ['soft', 'hard'])),
  ),
  use_api_socket: or(of('true', 'false')),
  user: or(of('root', '"1000:1000"', '1000:1000', '${A}'), of('1000')),
  userns_mode: of('host'),
  uts: of('host', 'private'),
  volumes: list(mount, 3),
  volumes_from: list(or(of('db', 'api:ro', '"container:x"', '"container:x:rw"'), of('nowhere')), 2),
  working_dir: word,
  'x-own': extension,
};

/** Present in so many files that their combinations matter more than those of the others. */
export const FREQUENT = [
  'image',
  'build',
  'environment',
  'env_file',
  'ports',
  'volumes',
  'networks',
  'depends_on',
  'command',
  'labels',
  'healthcheck',
  'deploy',
  'extra_hosts',
  'secrets',
  'configs',
];

/** What makes services depend on each other: in all of them, it would mostly be a circle. */
export const REFERRING = ['depends_on', 'links', 'volumes_from', 'network_mode', 'ipc', 'pid', 'scale'];
