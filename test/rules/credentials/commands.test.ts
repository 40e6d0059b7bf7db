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
