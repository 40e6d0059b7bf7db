import { commandSpans } from '../../../src/rules/credentials/commands';

function secrets(items: readonly string[]): readonly string[] {
  return commandSpans(items).map(({ item, start, end }) => items[item]?.slice(start, end) ?? '');
}

describe('credentials on command lines', () => {
  test.each([
    ['redis-server --requirepass hunter2 --appendonly yes'],
    ['redis-server --requirepass=hunter2'],
    ['redis-cli -a hunter2 ping'],
    ['mysqladmin ping -h localhost -uroot -phunter2'],
    ["mysqladmin ping --password='hunter2'"],
    ['mongosh -u root -p hunter2 --eval "db.runCommand({ping:1})"'],
    ['PGPASSWORD=hunter2 psql -h db'],
    ['export DB_PASSWORD="hunter2" && run'],
    ['java -Dspring.datasource.password=hunter2 -jar app.jar'],
    ['sqlcmd -S localhost -U sa -P hunter2 -Q "SELECT 1"'],
    ['bitcoind -rpcuser=u -rpcpassword=hunter2'],
    ['cloudflared tunnel run --token hunter2'],
    ['curl -u elastic:hunter2 localhost:9200'],
    ['fabric-ca-server start -b admin:hunter2 -d'],
    ['curl -H "Authorization: Bearer hunter2" localhost'],
    ["curl -H 'X-Api-Key: hunter2' localhost"],
    ['mc alias set local http://minio:9000 admin hunter2'],
    ['rabbitmqctl add_user shop hunter2'],
    ['sh -c "redis-cli -a hunter2 ping | grep PONG"'],
    ['psql -c "ALTER USER shop WITH PASSWORD \'hunter2\'"'],
    ['mysql -e "CREATE USER shop IDENTIFIED BY \'hunter2\'"'],
    ["mongosh --eval \"db.createUser({user: 'a', pwd: 'hunter2'})\""],
    ['openssl req -passout pass:hunter2'],
    ['docker login -u me -p hunter2'],
  ])('%s', (command) => {
    expect(secrets([command])).toEqual(['hunter2']);
  });

  test('exec form', () => {
    expect(secrets(['redis-server', '--requirepass', 'hunter2'])).toEqual(['hunter2']);
    expect(secrets(['sh', '-c', 'exec redis-server --requirepass hunter2'])).toEqual(['hunter2']);
    expect(secrets(['mysqladmin', '-phunter2', 'ping'])).toEqual(['hunter2']);
    expect(secrets(['--db.password', 'hunter2', '--port', '80'])).toEqual(['hunter2']);
  });

  test.each([
    'mysqld --default-authentication-plugin=mysql_native_password',
    'mysqladmin ping -h localhost -p',
    'mysql --password shop',
    'mkdir -p /var/lib/data',
    'docker run -p 80:80 x',
    'redis-cli -p 6379 ping',
    'portainer --admin-password-file /run/secrets/p',
    'psql --no-password -c "SELECT 1"',
    'run --tls-key /certs/server.key.pem --token-ttl 30',
    'curl -f http://localhost/-phunter2',
    'echo password',
    'n8n import:credentials --separate --input=/demo',
    "node -e \"console.log('password: ' + read('DB'))\"",
  ])('none in %s', (command) => {
    expect(secrets([command]).filter((found) => !found.startsWith('/'))).toEqual([]);
  });
});

describe('what is said of each', () => {
  const told = (items: readonly string[]) =>
    commandSpans(items).map(
      ({ item, start, end, what, class: found }) => `${items[item]?.slice(start, end)}: ${what}, ${found}`,
    );

  test.each<[string, readonly string[]]>([
    ['redis-cli -a hunter2 ping', ['hunter2: value of -a, password']],
    ['mysqladmin -uroot -phunter2 ping', ['hunter2: value of -p, password']],
    ['curl -u elastic:hunter2 localhost', ['hunter2: value of -u, password']],
    ['curl -uelastic:hunter2 localhost', ['hunter2: value of -u, password']],
    ['curl --user elastic:hunter2 localhost', ['hunter2: value of --user, password']],
    ['curl -u elastic localhost', []],
    ['curl -u', []],
    ['mc alias set local http://minio:9000 admin hunter2', ['hunter2: argument of alias set, password']],
    ['rabbitmqctl add_user shop hunter2', ['hunter2: argument of add_user, password']],
    ['rabbitmqctl add_user shop', []],
    ['rabbitmqctl add_user shop --quiet', []],
    ['htpasswd -nb admin hunter2', ['hunter2: last argument, password']],
    ['htpasswd -n admin', []],
    ['run --requirepass hunter2', ['hunter2: value of --requirepass, password']],
    ['redis-server requirepass hunter2', ['hunter2: requirepass, password']],
    ['run --api-token=hunter2', ['hunter2: value of api-token, token']],
    ['run --api-token --verbose', []],
    ['run --api-token', []],
    ['run -p hunter2', []],
    ['run --neo4j-auth neo4j:hunter2', ['hunter2: value of --neo4j-auth, password']],
    ['run --neo4j-auth=neo4j:hunter2', ['hunter2: value of neo4j-auth, password']],
    ['run NEO4J_AUTH=neo4j:hunter2', ['hunter2: value of NEO4J_AUTH, password']],
    ['run --neo4j-auth none', []],
    ['java -Ddb.password=hunter2', ['hunter2: value of db.password, password']],
    ['run 1DB_PASSWORD=hunter2', []],
    ['run =hunter2', []],
    ['run DB_PASSWORD=', []],
    ['openssl -passin pass:hunter2', ['hunter2: value of -passin, password']],
    ['openssl --password pass:hunter2', ['hunter2: value of --password, password']],
    ['curl -H "Authorization: Bearer hunter2"', ['hunter2: header Authorization, token']],
    ['curl -H "Proxy-Authorization: BASIC hunter2"', ['hunter2: header Proxy-Authorization, token']],
    ['curl -H "Authorization: hunter2"', ['hunter2: header Authorization, token']],
    ['curl -H "X-Api-Key: hunter2"', ['hunter2: header X-Api-Key, token']],
    ['curl -H "X-Request: hunter2"', []],
    ['curl -H "X Api-Key: hunter2"', []],
    ['curl "--header=X-Api-Key: hunter2"', ['hunter2: header X-Api-Key, token']],
    ['echo hunter2 > /etc/db_password', ['hunter2: what is written into a file, password']],
    ['echo -n hunter2 >> db_password.txt', ['hunter2: what is written into a file, password']],
    ['printf hunter2 > token', ['hunter2: what is written into a file, token']],
    ['echo hunter2 > notes.txt', []],
    ['echo hunter2 | docker login --password-stdin', ['hunter2: what a program reads, password']],
    ['echo hunter2 | docker login', []],
    ['echo hunter2; docker login --password-stdin', []],
    ['echo hunter2 | cat | docker login --password-stdin', []],
    ['echo hunter2 | true; docker login --password-stdin', []],
    ['echo hunter2 | true && docker login --password-stdin', []],
    ['echo shop:hunter2 | chpasswd', ['hunter2: value of chpasswd, password']],
    ['cat hunter2 | chpasswd', []],
    ['echo | chpasswd', []],
    ['psql -c "ALTER USER a PASSWORD \'hunter2\'"', ['hunter2: password in a statement, password']],
    ['psql -c "ALTER USER a PASSWORD \'\'"', []],
    ['mongosh --eval "({pwd: \'hunter2\'})"', ['hunter2: value of pwd, password']],
    ['node -e "x({token: \'hunter2\'})"', []],
  ])('%s', (command, expected) => {
    expect(told([command])).toEqual(expected);
  });

  test.each<[readonly string[], readonly string[]]>([
    [['/bin/bash', '-lc', 'redis-cli -a hunter2'], ['hunter2: value of -a, password']],
    [['su', 'app', '-c', 'redis-cli -a hunter2'], ['hunter2: value of -a, password']],
    [['sh', '-c', 'bash -c "redis-cli -a hunter2"'], ['hunter2: value of -a, password']],
    [['redis-cli', '-a', 'hunter2 with a blank'], ['hunter2 with a blank: value of -a, password']],
    [['run', 'redis-cli -a hunter2'], ['hunter2: value of -a, password']],
    [['redis-cli', ';', '-a', 'hunter2'], ['hunter2: value of -a, password']],
    [['redis-server', 'requirepass'], []],
    [[], []],
  ])('%j', (items, expected) => {
    expect(told(items)).toEqual(expected);
  });

  test('a script in a script in a script is read, and no deeper', () => {
    const within = (depth: number): string =>
      depth === 0 ? 'redis-cli -a hunter2' : `sh -c ${JSON.stringify(within(depth - 1))}`;
    expect(told([within(3)])).toEqual(['hunter2: value of -a, password']);
    expect(told([within(5)])).toEqual([]);
  });
});
