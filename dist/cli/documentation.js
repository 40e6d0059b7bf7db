(function(exports,require,module){Object.defineProperty(exports,Symbol.toStringTag,{value:`Module`});const e={"missing-tier-separation":{summary:`The whole project shares one network, so services that have no business with the data tier can open connections to it.`,why:"On a Docker network every container can open every port of every other one; `expose` and `depends_on` change nothing about that. Whoever gets into the service that faces the internet can talk to the database at once: try passwords, use a known hole, read an unprotected cache. With the data tier on a network of its own, they would first have to take over a service that really uses it.",fix:"Declare a network for the data tier, put the stores and their clients on it, and leave everything else off it. Mark it `internal: true` when nothing on it needs the internet. A service that is on two networks connects them for itself alone: Docker does not route between networks.",suppress:"A project that runs only on a developer's machine, or whose entry really is a client of every store (then declare the flow, for example with `depends_on`, and the finding goes away).",bad:`services:
  proxy:
    image: nginx:1.27
    ports: ["80:80"]
  api:
    image: example/api
    environment:
      DATABASE_HOST: db
  db:
    image: postgres:17
`,good:`services:
  proxy:
    image: nginx:1.27
    ports: ["80:80"]
    networks: [edge]
  api:
    image: example/api
    environment:
      DATABASE_HOST: db
    networks: [edge, data]
  db:
    image: postgres:17
    networks: [data]
networks:
  edge:
  data:
    internal: true
`,references:[{title:`Docker: Networking in Compose`,url:`https://docs.docker.com/compose/how-tos/networking/`},{title:`OWASP Docker Security Cheat Sheet`,url:`https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html`},{title:`CWE-653: Improper Isolation or Compartmentalization`,url:`https://cwe.mitre.org/data/definitions/653.html`}]},"shared-tier-network":{summary:`The project declares several networks, yet an entry, or a service that is no client, shares one with the data tier.`,why:`Somebody drew a line here, and one membership crosses it: the service in front can open every port of the store, just as if there were no line. Such a leak is easy to overlook in a review, because the file looks segmented.`,fix:`Take the entry off the shared network. When it needs another service on that network, put those two on a network of their own.`,suppress:"The entry really is a client of the store: declare it (`depends_on`, or a host name in its environment), and the finding goes away.",bad:`services:
  proxy:
    image: nginx:1.27
    ports: ["443:443"]
    networks: [front, back]
  web:
    image: example/web
    networks: [front]
  api:
    image: example/api
    environment:
      DATABASE_HOST: db
    networks: [front, back]
  db:
    image: postgres:17
    networks: [back]
networks:
  front:
  back:
`,good:`services:
  proxy:
    image: nginx:1.27
    ports: ["443:443"]
    networks: [front]
  web:
    image: example/web
    networks: [front]
  api:
    image: example/api
    environment:
      DATABASE_HOST: db
    networks: [front, back]
  db:
    image: postgres:17
    networks: [back]
networks:
  front:
  back:
`,references:[{title:`Docker: Networking in Compose`,url:`https://docs.docker.com/compose/how-tos/networking/`},{title:`CWE-653: Improper Isolation or Compartmentalization`,url:`https://cwe.mitre.org/data/definitions/653.html`},{title:`CWE-668: Exposure of Resource to Wrong Sphere`,url:`https://cwe.mitre.org/data/definitions/668.html`}]},"published-data-port":{summary:`A database, cache or queue publishes its port on an address that other machines reach.`,why:`A port without a host address listens on all of them, and Docker puts its own rules before those of UFW or firewalld, so a firewall of the host does not close it. Whoever reaches the machine can guess passwords, use a hole of the server, or read a store without a password. Services of the project need no published port to reach the store.`,fix:"Delete the mapping. Where somebody on this machine needs it, write `127.0.0.1:` before the port; from elsewhere, come through SSH or a VPN.",suppress:`Clients on other machines need the store, it asks for a password over TLS, and a firewall in front of the host names them.`,bad:`services:
  db:
    image: postgres:17
    ports:
      - "5432:5432"
`,good:`services:
  db:
    image: postgres:17
    ports:
      - "127.0.0.1:5432:5432"
`,references:[{title:`Docker: Port publishing and mapping`,url:`https://docs.docker.com/engine/network/port-publishing/`},{title:`Docker: Packet filtering and firewalls`,url:`https://docs.docker.com/engine/network/packet-filtering-firewalls/`},{title:`CWE-668: Exposure of Resource to Wrong Sphere`,url:`https://cwe.mitre.org/data/definitions/668.html`},{title:`CWE-1327: Binding to an Unrestricted IP Address`,url:`https://cwe.mitre.org/data/definitions/1327.html`}]},"published-admin-port":{summary:`An administration interface publishes its port on an address that other machines reach.`,why:`Such an interface does to a database, a queue or the containers themselves whatever its owner may do. Everybody who reaches the host gets its login page, or, where it asks for no password, the interface itself; a firewall of the host does not close a port that Docker publishes.`,fix:"Write `127.0.0.1:` before the port and come through SSH, or put the interface behind a proxy that asks for a login.",suppress:`The host is on a network of administrators only.`,bad:`services:
  adminer:
    image: adminer
    ports:
      - "8080:8080"
`,good:`services:
  adminer:
    image: adminer
    ports:
      - "127.0.0.1:8080:8080"
`,references:[{title:`Docker: Port publishing and mapping`,url:`https://docs.docker.com/engine/network/port-publishing/`},{title:`Docker: Packet filtering and firewalls`,url:`https://docs.docker.com/engine/network/packet-filtering-firewalls/`},{title:`OWASP Docker Security Cheat Sheet`,url:`https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html`},{title:`CWE-668: Exposure of Resource to Wrong Sphere`,url:`https://cwe.mitre.org/data/definitions/668.html`}]},"port-bypasses-isolation":{summary:`The networks keep services away from a store, and a port that the store publishes lets them in over the host.`,why:`Every container whose network is not internal can open a port of the host at the address of its own gateway. So a published port is open to all of them, whatever networks they are on: whoever takes over the service in front gets at the store, and the split that the file draws is void for that port. A firewall in front of the host does not help: the connection never leaves it.`,fix:"Delete the mapping, or bind it to `127.0.0.1`, which other containers cannot reach.",suppress:`Nothing in the project runs code or takes input that you do not trust.`,bad:`services:
  proxy:
    image: nginx:1.27
    ports: ["80:80"]
    networks: [front]
  api:
    image: example/api
    environment:
      DATABASE_HOST: db
    networks: [front, back]
  db:
    image: postgres:17
    ports: ["5432:5432"]
    networks: [back]
networks:
  front:
  back:
`,good:`services:
  proxy:
    image: nginx:1.27
    ports: ["80:80"]
    networks: [front]
  api:
    image: example/api
    environment:
      DATABASE_HOST: db
    networks: [front, back]
  db:
    image: postgres:17
    ports: ["127.0.0.1:5432:5432"]
    networks: [back]
networks:
  front:
  back:
`,references:[{title:`Docker: Port publishing and mapping`,url:`https://docs.docker.com/engine/network/port-publishing/`},{title:`CWE-653: Improper Isolation or Compartmentalization`,url:`https://cwe.mitre.org/data/definitions/653.html`},{title:`CWE-668: Exposure of Resource to Wrong Sphere`,url:`https://cwe.mitre.org/data/definitions/668.html`}]},"exposed-to-unknown-peers":{summary:`A database, cache or queue is on a network that containers of other projects, or other machines, may be on as well.`,why:"Every member of a network can open every port of the others. Who is on an external network is decided elsewhere: the next project that joins it can talk to this store, and so can whoever takes that project over. On a macvlan or ipvlan network the members are machines of the local network, and Docker filters nothing; with the gateway mode `nat-unprotected` whoever can route to the host gets in.",fix:`Put the store on a network of this project, shared with its clients only. Let those be on the shared network that others need to reach.`,suppress:`The network is there for this store, and everybody on it is a client.`,bad:`services:
  app:
    image: example/app
    environment:
      DATABASE_HOST: db
    networks: [proxy]
  db:
    image: postgres:17
    networks: [proxy]
networks:
  proxy:
    external: true
`,good:`services:
  app:
    image: example/app
    environment:
      DATABASE_HOST: db
    networks: [proxy, data]
  db:
    image: postgres:17
    networks: [data]
networks:
  proxy:
    external: true
  data:
    internal: true
`,references:[{title:`Compose file reference: networks`,url:`https://docs.docker.com/reference/compose-file/networks/`},{title:`Docker: Packet filtering and firewalls`,url:`https://docs.docker.com/engine/network/packet-filtering-firewalls/`},{title:`CWE-668: Exposure of Resource to Wrong Sphere`,url:`https://cwe.mitre.org/data/definitions/668.html`}]},"admin-shares-data-network":{summary:`An administration tool is on the network of a store, and a service that faces users can reach the tool.`,why:`The networks keep the service in front from the store, but not from the tool that rules it. Whoever takes the front over opens the tool instead, and such tools are made to read and change everything; some ask for no password at all.`,fix:"Leave the tool on the data network alone, and publish it on `127.0.0.1` or start it on demand, with a profile.",suppress:`The tool is meant to be used through the proxy, and the proxy asks for a login before it.`,bad:`services:
  proxy:
    image: nginx:1.27
    ports: ["80:80"]
    networks: [front]
  pgadmin:
    image: dpage/pgadmin4
    networks: [front, back]
  db:
    image: postgres:17
    networks: [back]
networks:
  front:
  back:
`,good:`services:
  proxy:
    image: nginx:1.27
    ports: ["80:80"]
    networks: [front]
  pgadmin:
    image: dpage/pgadmin4
    networks: [back]
  db:
    image: postgres:17
    networks: [back]
networks:
  front:
  back:
`,references:[{title:`Docker: Networking in Compose`,url:`https://docs.docker.com/compose/how-tos/networking/`},{title:`OWASP Docker Security Cheat Sheet`,url:`https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html`},{title:`CWE-653: Improper Isolation or Compartmentalization`,url:`https://cwe.mitre.org/data/definitions/653.html`}]},"host-mode-bypasses-isolation":{summary:`A service runs on the network of the host: it reaches stores whose networks it is not on, or is a store that the whole network of the host reaches.`,why:"On the host a process reaches every container of every bridge network at its own address, internal networks included, and every port that is published on `127.0.0.1`, as databases are. What it listens on itself, the local network reaches without any `ports` entry. Taking over such a service is like a shell on the host, as far as the network goes.",fix:"Remove `network_mode: host`, join the networks that are needed, and publish the ports that are meant to be public.",suppress:`The service must see the interfaces of the host: discovery by broadcast, DHCP, a monitor of the network itself.`,bad:`services:
  web:
    image: nginx:1.27
    network_mode: host
  api:
    image: example/api
    environment:
      DATABASE_HOST: db
    networks: [data]
  db:
    image: postgres:17
    networks: [data]
networks:
  data:
    internal: true
`,good:`services:
  web:
    image: nginx:1.27
    ports: ["80:80"]
    networks: [front]
  api:
    image: example/api
    environment:
      DATABASE_HOST: db
    networks: [front, data]
  db:
    image: postgres:17
    networks: [data]
networks:
  front:
  data:
    internal: true
`,references:[{title:`Docker: Host network driver`,url:`https://docs.docker.com/engine/network/drivers/host/`},{title:`OWASP Docker Security Cheat Sheet`,url:`https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html`},{title:`CWE-653: Improper Isolation or Compartmentalization`,url:`https://cwe.mitre.org/data/definitions/653.html`}]},"namespace-shared-across-tiers":{summary:"A store and a service of another tier run in one network namespace (`network_mode: service:NAME`).",why:"They have one address and one loopback interface: what the store offers to `localhost` only, often without a password, the other can use, and the store is on every network of the other. No network can be put between them, and the ports that one publishes are those of both.",fix:`Give the store a network of its own, shared with its clients, and let them call it by name.`,suppress:`A sidecar that belongs to one service, holds nothing of worth for others, and is reached by nobody else.`,bad:`services:
  web:
    image: nginx:1.27
    ports: ["80:80"]
  db:
    image: postgres:17
    network_mode: service:web
`,good:`services:
  web:
    image: nginx:1.27
    ports: ["80:80"]
    networks: [front]
  db:
    image: postgres:17
    networks: [data]
networks:
  front:
  data:
`,references:[{title:`Compose file reference: services`,url:`https://docs.docker.com/reference/compose-file/services/`},{title:`CWE-653: Improper Isolation or Compartmentalization`,url:`https://cwe.mitre.org/data/definitions/653.html`}]},"volume-shared-across-tiers":{summary:`A service of another tier mounts the folder in which a store keeps its data.`,why:`It can read, and unless the mount is read-only change, every record without a connection and without a password: neither networks nor the accounts of the store matter. Whoever takes the service over takes the data, too.`,fix:`Let the service ask the store over a network. Give it a folder of its own for what it keeps itself.`,suppress:`A tool that copies the files while the store is stopped, such as a backup.`,bad:`services:
  web:
    image: nginx:1.27
    ports: ["80:80"]
    volumes:
      - data:/srv/data
  db:
    image: postgres:17
    volumes:
      - data:/var/lib/postgresql/data
volumes:
  data:
`,good:`services:
  web:
    image: nginx:1.27
    ports: ["80:80"]
    volumes:
      - site:/srv/data
  db:
    image: postgres:17
    volumes:
      - data:/var/lib/postgresql/data
volumes:
  data:
  site:
`,references:[{title:`Compose file reference: volumes`,url:`https://docs.docker.com/reference/compose-file/volumes/`},{title:`CWE-668: Exposure of Resource to Wrong Sphere`,url:`https://cwe.mitre.org/data/definitions/668.html`},{title:`CWE-653: Improper Isolation or Compartmentalization`,url:`https://cwe.mitre.org/data/definitions/653.html`}]},"docker-api-reachable":{summary:`A service offers the API of a container engine on a network port, and others than its clients can open it.`,why:`The API asks for no password. Who can open the port can do what it lets through: list containers with the passwords in their environment, restart them, and, where it may create containers, mount the disk of the host. A socket proxy narrows the API, but it also moves it from a file that one service holds to a port that its whole network can open.`,fix:`Put the proxy on an internal network that only its clients share, publish no port of it, and let through as little as they need.`,suppress:`Only requests that read harmless things are let through.`,bad:`services:
  socket:
    image: tecnativa/docker-socket-proxy
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
  traefik:
    image: traefik:v3
    command: --providers.docker.endpoint=tcp://socket:2375
    environment:
      DOCKER_HOST: tcp://socket:2375
    ports: ["443:443"]
  app:
    image: example/app
`,good:`services:
  socket:
    image: tecnativa/docker-socket-proxy
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
    networks: [engine]
  traefik:
    image: traefik:v3
    command: --providers.docker.endpoint=tcp://socket:2375
    environment:
      DOCKER_HOST: tcp://socket:2375
    ports: ["443:443"]
    networks: [engine, front]
  app:
    image: example/app
    networks: [front]
networks:
  front:
  engine:
    internal: true
`,references:[{title:`Docker: Protect the Docker daemon socket`,url:`https://docs.docker.com/engine/security/protect-access/`},{title:`OWASP Docker Security Cheat Sheet`,url:`https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html`},{title:`CIS Docker Benchmark`,url:`https://www.cisecurity.org/benchmark/docker`},{title:`CWE-749: Exposed Dangerous Method or Function`,url:`https://cwe.mitre.org/data/definitions/749.html`}]},"docker-socket-mount":{summary:`A service mounts the socket of the container engine.`,why:"Who can open the socket can start a container with the disk of the host mounted: taking over this service is taking over the host and every container on it. `:ro` changes nothing, since sending a request is no write to the file.",fix:`Remove the mount, or put a socket proxy between that lets through only the requests that are needed, on an internal network of the two.`,suppress:`A tool whose purpose is to command the engine, which nobody but its users can reach.`,bad:`services:
  proxy:
    image: traefik:v3
    ports: ["443:443"]
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
`,good:`services:
  proxy:
    image: traefik:v3
    ports: ["443:443"]
    volumes:
      - certificates:/certificates
volumes:
  certificates:
`,references:[{title:`OWASP Docker Security Cheat Sheet`,url:`https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html`},{title:`Docker: Protect the Docker daemon socket`,url:`https://docs.docker.com/engine/security/protect-access/`},{title:`CIS Docker Benchmark`,url:`https://www.cisecurity.org/benchmark/docker`},{title:`CWE-250: Execution with Unnecessary Privileges`,url:`https://cwe.mitre.org/data/definitions/250.html`}]},"data-network-not-internal":{summary:`A network that holds the data tier leads out, though the stores need nothing out there and everybody else on it has another way.`,why:`A store that was broken into can send what it holds anywhere, fetch tools, and reach every port that other projects publish on the host. An internal network takes that away, and costs nothing here.`,fix:"Add `internal: true` to the network.",suppress:`The store fetches or sends something itself: backups to an object store, replication, plugins, a license.`,bad:`services:
  api:
    image: example/api
    ports: ["80:8080"]
    networks: [front, data]
  db:
    image: postgres:17
    networks: [data]
networks:
  front:
  data:
`,good:`services:
  api:
    image: example/api
    ports: ["80:8080"]
    networks: [front, data]
  db:
    image: postgres:17
    networks: [data]
networks:
  front:
  data:
    internal: true
`,references:[{title:`Compose file reference: networks`,url:`https://docs.docker.com/reference/compose-file/networks/`},{title:`Docker: Bridge network driver`,url:`https://docs.docker.com/engine/network/drivers/bridge/`},{title:`CWE-653: Improper Isolation or Compartmentalization`,url:`https://cwe.mitre.org/data/definitions/653.html`}]},"ineffective-internal":{summary:`A service publishes ports though it is on internal networks only, or an internal network contains nobody that is not on another as well.`,why:"The Engine publishes no port of a container whose networks are all internal, and says nothing about it: the mapping is dead, and the next step is often to drop `internal`. The other way round, a container that is on a second network that leads out has all the ways out that `internal` was to take from it.",fix:`Delete the ports, or give that service a second network to be reached through. Take stores off networks that lead out.`,suppress:"The members are on other networks for a reason, and `internal` is a precaution for those to come.",bad:`services:
  db:
    image: postgres:17
    ports: ["5432:5432"]
    networks: [data]
networks:
  data:
    internal: true
`,good:`services:
  db:
    image: postgres:17
    networks: [data]
networks:
  data:
    internal: true
`,references:[{title:`Compose file reference: networks`,url:`https://docs.docker.com/reference/compose-file/networks/`},{title:`Docker: Bridge network driver`,url:`https://docs.docker.com/engine/network/drivers/bridge/`},{title:`CWE-653: Improper Isolation or Compartmentalization`,url:`https://cwe.mitre.org/data/definitions/653.html`}]},"internal-reaches-host":{summary:`An internal network of the data tier gives its members the address of the host, and with it what listens there.`,why:"`internal` closes the ways to the internet and to other networks. The bridge still has an address of the host, and every process of the host that listens on all addresses can be opened there: SSH, a monitor, another database.",fix:"Since Engine 28: set the driver option `com.docker.network.bridge.gateway_mode_ipv4: isolated` (and `_ipv6` where IPv6 is on).",suppress:`Something on the host must be reached, or must reach the containers.`,bad:`services:
  db:
    image: postgres:17
    networks: [data]
networks:
  data:
    internal: true
`,good:`services:
  db:
    image: postgres:17
    networks: [data]
networks:
  data:
    internal: true
    driver_opts:
      com.docker.network.bridge.gateway_mode_ipv4: isolated
`,references:[{title:`Docker: Port publishing and mapping`,url:`https://docs.docker.com/engine/network/port-publishing/`},{title:`CWE-653: Improper Isolation or Compartmentalization`,url:`https://cwe.mitre.org/data/definitions/653.html`}]},"default-bridge":{summary:"A service is on the Engine's default bridge (`network_mode: bridge`).",why:`Every container of the host that was given no network is on that bridge, of whatever project, and can open every port of this service. There are no names on it, so containers find each other by address or by legacy links. The CIS benchmark and Docker both advise against it.`,fix:"Remove `network_mode: bridge`; the service then joins the network of the project, or list the networks it needs.",suppress:`It needs the internet and nobody, and nobody needs it.`,bad:`services:
  app:
    image: example/app
    network_mode: bridge
`,good:`services:
  app:
    image: example/app
`,references:[{title:`Docker: Bridge network driver`,url:`https://docs.docker.com/engine/network/drivers/bridge/`},{title:`CIS Docker Benchmark`,url:`https://www.cisecurity.org/benchmark/docker`},{title:`CWE-653: Improper Isolation or Compartmentalization`,url:`https://cwe.mitre.org/data/definitions/653.html`}]},"icc-disabled-ineffective":{summary:'A network forbids its members to talk to each other (`enable_icc: "false"`), and they can all the same.',why:`The option is one of the bridge driver: others ignore it. It drops packets within its own bridge only: members that meet on another network talk there, and a port that one publishes the others open at the address of the host, as anybody may.`,fix:"Use a network for each pair that must talk, instead of one network that forbids it; bind published ports to `127.0.0.1`.",suppress:`The ports that stay open are meant for the other members, too.`,bad:`services:
  a:
    image: example/a
    networks: [tenants]
  b:
    image: example/b
    ports: ["8080:8080"]
    networks: [tenants]
networks:
  tenants:
    driver_opts:
      com.docker.network.bridge.enable_icc: "false"
`,good:`services:
  a:
    image: example/a
    networks: [tenants]
  b:
    image: example/b
    networks: [tenants]
networks:
  tenants:
    driver_opts:
      com.docker.network.bridge.enable_icc: "false"
`,references:[{title:`Docker: Bridge network driver`,url:`https://docs.docker.com/engine/network/drivers/bridge/`},{title:`Docker: Port publishing and mapping`,url:`https://docs.docker.com/engine/network/port-publishing/`},{title:`CWE-653: Improper Isolation or Compartmentalization`,url:`https://cwe.mitre.org/data/definitions/653.html`}]},"mixed-environments":{summary:`Services or networks that are called production and services that are called development, staging or test meet on one network.`,why:`What is only tried out is watched less, patched less and given weaker passwords. On one network it can open every port of production, and a name that both use may lead a test to the real database.`,fix:`Run them as projects of their own, or give each environment networks of its own.`,suppress:`The names say something else.`,bad:`services:
  api-production:
    image: example/api:1.4
    ports: ["443:443"]
  api-staging:
    image: example/api:edge
    ports: ["8443:443"]
`,good:`services:
  api-production:
    image: example/api:1.4
    ports: ["443:443"]
    networks: [production]
  api-staging:
    image: example/api:edge
    ports: ["8443:443"]
    networks: [staging]
networks:
  production:
  staging:
`,references:[{title:`Docker: Networking in Compose`,url:`https://docs.docker.com/compose/how-tos/networking/`},{title:`CWE-653: Improper Isolation or Compartmentalization`,url:`https://cwe.mitre.org/data/definitions/653.html`}]},"plaintext-credentials":{summary:`A password, key or token is written into the files of the project, as a value, in a URL, in a command or as a default.`,why:"Whoever reads the repository, a backup of it or a fork has the credential, and changing it means changing the history. At run time `docker inspect` shows environment, command, labels and health check to everybody who may talk to the Docker Engine, and the process list shows commands to everybody on the host. A default in `${NAME:-default}` is as public: it is what runs wherever nobody set the variable.",fix:"Mount a secret and let the image read its file (`POSTGRES_PASSWORD_FILE: /run/secrets/db_password`), if the image knows that form. Otherwise write `${NAME:?}` and set the variable outside of the repository; `:?` makes Compose refuse to start without it. Take passwords out of URLs and commands the same way. For builds use build secrets, since build arguments stay in the history of the image. Then change the credential: the old one is known.",suppress:`Throw-away credentials of a project that only ever runs in tests, on a network nobody else is on.`,bad:`services:
  web:
    image: example/web
    environment:
      DATABASE_URL: postgres://shop:hunter2@db/shop
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD: hunter2
`,good:`services:
  web:
    image: example/web
    environment:
      DATABASE_URL: postgres://shop:\${DB_PASSWORD:?}@db/shop
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
    secrets:
      - db_password
secrets:
  db_password:
    environment: DB_PASSWORD
`,references:[{title:`Docker: Manage secrets in Compose`,url:`https://docs.docker.com/compose/how-tos/use-secrets/`},{title:`Docker: Build secrets`,url:`https://docs.docker.com/build/building/secrets/`},{title:`OWASP Secrets Management Cheat Sheet`,url:`https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html`},{title:`CWE-798: Use of Hard-coded Credentials`,url:`https://cwe.mitre.org/data/definitions/798.html`},{title:`CWE-522: Insufficiently Protected Credentials`,url:`https://cwe.mitre.org/data/definitions/522.html`}]},"disabled-authentication":{summary:`A database, cache, queue or dashboard is configured to accept connections without a password.`,why:"Whoever can open a connection has all the data: a container that was taken over, a service added later to the same network, or, with a published port, everybody on the network of the host. `trust` and empty passwords are meant for a first start on a laptop.",fix:`Remove the setting and give the store a password, through a secret if its image reads one from a file.`,suppress:`A store without data worth having, on a network that only its clients share.`,bad:`services:
  db:
    image: postgres:17
    environment:
      POSTGRES_HOST_AUTH_METHOD: trust
`,good:`services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
    secrets:
      - db_password
secrets:
  db_password:
    environment: DB_PASSWORD
`,references:[{title:`postgres on Docker Hub: POSTGRES_HOST_AUTH_METHOD`,url:`https://hub.docker.com/_/postgres`},{title:`OWASP Database Security Cheat Sheet`,url:`https://cheatsheetseries.owasp.org/cheatsheets/Database_Security_Cheat_Sheet.html`},{title:`CWE-306: Missing Authentication for Critical Function`,url:`https://cwe.mitre.org/data/definitions/306.html`},{title:`CWE-258: Empty Password in Configuration File`,url:`https://cwe.mitre.org/data/definitions/258.html`}]},"missing-authentication":{summary:`A store whose image asks for no password by default got none, and can be reached by others than its clients.`,why:`Redis, MongoDB, Memcached, Kafka, Consul and others let in whoever connects until they are given a password; the official Redis image also switches its protected mode off. Reachable then means readable and writable, and with Redis often executable.`,fix:`Give the store a password, and take away the published port or the network that lets others in.`,suppress:`A cache whose content is worth nothing and decides nothing.`,bad:`services:
  cache:
    image: redis:7
    ports:
      - "6379:6379"
`,good:`services:
  web:
    image: example/web
    environment:
      REDIS_URL: redis://cache:6379
  cache:
    image: redis:7
`,references:[{title:`Redis: Security`,url:`https://redis.io/docs/latest/operate/oss_and_stack/management/security/`},{title:`MongoDB: Security Checklist`,url:`https://www.mongodb.com/docs/manual/administration/security-checklist/`},{title:`Apache Kafka: Security`,url:`https://kafka.apache.org/documentation/#security_overview`},{title:`Consul: Access Control List`,url:`https://developer.hashicorp.com/consul/docs/secure/acl`},{title:`CWE-306: Missing Authentication for Critical Function`,url:`https://cwe.mitre.org/data/definitions/306.html`}]},"default-credentials":{summary:`A server accepts a password that everybody tries first: the vendor default, or the name of its own account.`,why:`Automated attacks try the defaults of every product before anything else, and need no leak for it. Whoever can open a connection to the server is in.`,fix:`Generate a password per installation, give it through a secret or through a variable without a default, and change it on the running server.`,suppress:`A server of a test that runs without a published port and without data.`,bad:`services:
  queue:
    image: rabbitmq:4-management
    environment:
      RABBITMQ_DEFAULT_USER: guest
      RABBITMQ_DEFAULT_PASS: guest
    ports:
      - "15672:15672"
`,good:`services:
  queue:
    image: rabbitmq:4-management
    environment:
      RABBITMQ_DEFAULT_USER: shop
      RABBITMQ_DEFAULT_PASS: \${QUEUE_PASSWORD:?}
`,references:[{title:`CWE-1392: Use of Default Credentials`,url:`https://cwe.mitre.org/data/definitions/1392.html`},{title:`CWE-521: Weak Password Requirements`,url:`https://cwe.mitre.org/data/definitions/521.html`},{title:`OWASP Authentication Cheat Sheet`,url:`https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html`}]},"shared-credential":{summary:`The same password is set on several servers, or for the administrator and the application of one, or is also the key of an application.`,why:`Whoever learns it in one place has all of them: a leak from the cache opens the database, and the account of the application is the administrator. Separate networks and separate accounts then separate nothing.`,fix:`Give each server and each account a password of its own.`,suppress:`Members of one cluster, which have to share their credentials.`,bad:`services:
  db:
    image: mysql:8
    environment:
      MYSQL_ROOT_PASSWORD: hunter2
  store:
    image: minio/minio
    environment:
      MINIO_ROOT_PASSWORD: hunter2
`,good:`services:
  web:
    image: example/web
    environment:
      DB_PASSWORD: hunter2
      STORE_PASSWORD: hunter3
  db:
    image: mysql:8
    environment:
      MYSQL_PASSWORD: hunter2
  store:
    image: minio/minio
    environment:
      MINIO_ROOT_PASSWORD: hunter3
`,references:[{title:`CWE-1391: Use of Weak Credentials`,url:`https://cwe.mitre.org/data/definitions/1391.html`},{title:`OWASP Secrets Management Cheat Sheet`,url:`https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html`}]},"ineffective-file-variant":{summary:"A service is given a password through a `_FILE` variable that its image does not know.",why:"`_FILE` is a convention of some images, and no feature of Docker. An image that does not know it starts as if nothing had been said: RabbitMQ since 3.9 with `guest`, Redis without a password, others with an empty one. Everything looks safe and nothing is.",fix:"Use the form that the image documents: another suffix (Grafana, Gitea and Forgejo read `__FILE`), a mounted configuration file (`rabbitmq.conf`, `redis.conf`), or an entrypoint that exports the content of the secret.",suppress:`An entrypoint of your own in the image or the file reads the variable.`,bad:`services:
  queue:
    image: rabbitmq:4
    environment:
      RABBITMQ_DEFAULT_PASS_FILE: /run/secrets/queue_password
    secrets:
      - queue_password
secrets:
  queue_password:
    environment: QUEUE_PASSWORD
`,good:`services:
  queue:
    image: rabbitmq:4
    secrets:
      - source: queue_config
        target: /etc/rabbitmq/conf.d/20-user.conf
secrets:
  queue_config:
    environment: QUEUE_CONFIG
`,references:[{title:`rabbitmq on Docker Hub: environment variables`,url:`https://hub.docker.com/_/rabbitmq`},{title:`postgres on Docker Hub: Docker secrets`,url:`https://hub.docker.com/_/postgres`},{title:`Docker: Manage secrets in Compose`,url:`https://docs.docker.com/compose/how-tos/use-secrets/`},{title:`CWE-1188: Initialization of a Resource with an Insecure Default`,url:`https://cwe.mitre.org/data/definitions/1188.html`}]},"secret-not-mounted":{summary:"A setting or command names a file below `/run/secrets`, and the service is given no secret of that name.",why:`The file will not be there. Some images refuse to start, others go on with an empty password.`,fix:"List the secret under the service's `secrets`, and declare it at the top level.",suppress:`The platform that runs the project mounts the file by its own means.`,bad:`services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
`,good:`services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
    secrets:
      - db_password
secrets:
  db_password:
    environment: DB_PASSWORD
`,references:[{title:`Docker: Manage secrets in Compose`,url:`https://docs.docker.com/compose/how-tos/use-secrets/`},{title:`Compose file reference: secrets`,url:`https://docs.docker.com/reference/compose-file/services/#secrets`}]},"undeclared-secret":{summary:"A service lists a secret that is missing from the project's top-level `secrets`, which declare others.",why:"Compose refuses such a project. The usual cure under pressure is to write the password into `environment` instead.",fix:"Declare the secret at the top level, with `file`, `environment` or `external: true`.",suppress:`The file is an overlay, and the declaration is in the file it is merged with.`,bad:`services:
  db:
    image: postgres:17
    secrets:
      - db_pasword
secrets:
  db_password:
    environment: DB_PASSWORD
`,good:`services:
  db:
    image: postgres:17
    secrets:
      - db_password
secrets:
  db_password:
    environment: DB_PASSWORD
`,references:[{title:`Compose file reference: top-level secrets`,url:`https://docs.docker.com/reference/compose-file/secrets/`}]},"unused-secret":{summary:`The project declares a secret, and no service and no build uses it.`,why:`Often it is the trace of a half-done change: the secret exists, and the service still has its password in plain text. Or it is no longer needed, and its file lies about for no use.`,fix:`Give it to the service that needs it, or remove the declaration and the file.`,suppress:`Another file that this one is merged with uses it.`,bad:`services:
  db:
    image: postgres:17
secrets:
  db_password:
    environment: DB_PASSWORD
`,good:`services:
  db:
    image: postgres:17
    secrets:
      - db_password
secrets:
  db_password:
    environment: DB_PASSWORD
`,references:[{title:`Compose file reference: top-level secrets`,url:`https://docs.docker.com/reference/compose-file/secrets/`}]},"secret-over-shared":{summary:`A service is given a secret that nothing in its configuration reads, while other services do read it.`,why:`Whoever takes over that service has the secret for nothing: a proxy in front does not need the password of the database behind.`,fix:`Take the secret off the service. Give each service only what it reads.`,suppress:`The image reads the file without being told to.`,bad:`services:
  proxy:
    image: nginx:1.29
    secrets:
      - db_password
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
    secrets:
      - db_password
secrets:
  db_password:
    environment: DB_PASSWORD
`,good:`services:
  proxy:
    image: nginx:1.29
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
    secrets:
      - db_password
secrets:
  db_password:
    environment: DB_PASSWORD
`,references:[{title:`Docker: Manage secrets in Compose`,url:`https://docs.docker.com/compose/how-tos/use-secrets/`},{title:`CWE-272: Least Privilege Violation`,url:`https://cwe.mitre.org/data/definitions/272.html`}]},"secret-file-tracked":{summary:"A secret's file lies in the git repository, and no `.gitignore` keeps it out.",why:`The password has left the Compose file and stays in the repository beside it: everybody who clones has it, now and in the history.`,fix:"Add the file to `.gitignore`, take it out of the index (`git rm --cached`), change the credential, and commit an example file without the value.",suppress:`The file is encrypted (SOPS, git-crypt), or it is no secret but a public certificate.`,bad:`services:
  db:
    image: postgres:17
    secrets:
      - db_password
secrets:
  db_password:
    file: ./db_password.txt
`,good:`services:
  db:
    image: postgres:17
    secrets:
      - db_password
secrets:
  db_password:
    environment: DB_PASSWORD
`,references:[{title:`Compose file reference: top-level secrets`,url:`https://docs.docker.com/reference/compose-file/secrets/`},{title:`git: gitignore`,url:`https://git-scm.com/docs/gitignore`},{title:`CWE-540: Inclusion of Sensitive Information in Source Code`,url:`https://cwe.mitre.org/data/definitions/540.html`}]},"commented-credentials":{summary:`A line that was commented out still holds a password, key or token.`,why:`The line is not in force, but whoever reads the file has the credential, and old passwords tend to be in use elsewhere or again. Often it is the plain text that a secret replaced.`,fix:`Delete the line, and change the credential if it is still valid anywhere.`,suppress:`It is an example that never opened anything.`,bad:`services:
  db:
    image: postgres:17
    environment:
      # POSTGRES_PASSWORD: hunter2
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
`,good:`services:
  db:
    image: postgres:17
    environment:
      # POSTGRES_PASSWORD: the old way, see POSTGRES_PASSWORD_FILE
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
`,references:[{title:`CWE-615: Inclusion of Sensitive Information in Source Code Comments`,url:`https://cwe.mitre.org/data/definitions/615.html`},{title:`OWASP Secrets Management Cheat Sheet`,url:`https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html`}]},"deprecated-links":{summary:"A service uses `links` or `external_links`, a legacy feature of Docker.",why:"On the networks that Compose creates, a link opens nothing and closes nothing: services on one network reach each other with or without it, services on different networks do not, even with it. All it adds is a name that only one service knows and an order of start. People read it as an access rule, and it is none. The environment variables that links once injected are gone since Engine 29. `external_links` also ties the project to a container that nothing here declares.",fix:"Delete the link. The service name already works as host name; where the code uses another name, give the target that name as a network alias. For the order of start write `depends_on`. For a container of another project, share a declared external network.",suppress:"Containers on the default bridge (`network_mode: bridge`) have no other way to names; leave that mode instead, if you can.",bad:`services:
  web:
    image: example/web
    links:
      - db:database
  db:
    image: postgres:17
`,good:`services:
  web:
    image: example/web
    depends_on:
      - db
  db:
    image: postgres:17
    networks:
      default:
        aliases:
          - database
`,references:[{title:`Docker: Legacy container links`,url:`https://docs.docker.com/engine/network/links/`},{title:`Compose file reference: links`,url:`https://docs.docker.com/reference/compose-file/services/#links`},{title:`Docker: Deprecated features`,url:`https://docs.docker.com/engine/deprecated/`}]},"unreachable-link":{summary:`A service links to another with which it shares no network, so it cannot connect whatever the link says.`,why:`A link opens nothing. Somebody meant the two to talk, and the networks say that they cannot: either the connection fails, or somebody will soon put one of them on a network too many to make it work.`,fix:`Decide which is right. If they should talk, give both a network that nobody else needs; if not, delete the link.`,suppress:`They meet on a network of another project that is not part of these files.`,bad:`services:
  web:
    image: example/web
    networks: [front]
    links:
      - db
  db:
    image: postgres:17
    networks: [back]
networks:
  front:
  back:
`,good:`services:
  web:
    image: example/web
    networks: [front, back]
  db:
    image: postgres:17
    networks: [back]
networks:
  front:
  back:
`,references:[{title:`Docker: Networking in Compose`,url:`https://docs.docker.com/compose/how-tos/networking/`},{title:`Compose file reference: links`,url:`https://docs.docker.com/reference/compose-file/services/#links`}]},"alias-collision":{summary:`Several different services answer to one name on one network.`,why:`The Engine gives all of their addresses, in random order: a client reaches now this one, now that one, and sends the same password to both. Where one of them is less trusted, it receives what is meant for the other.`,fix:"Give each its own name. Service names, `container_name`, `hostname` and `aliases` are all names on every network of a service.",suppress:`The services are copies of one another, and the alias spreads the load over them on purpose.`,bad:`services:
  db:
    image: postgres:17
  reports:
    image: example/reports
    networks:
      default:
        aliases: [db]
`,good:`services:
  db:
    image: postgres:17
  reports:
    image: example/reports
    networks:
      default:
        aliases: [reports-db]
`,references:[{title:`Compose file reference: services`,url:`https://docs.docker.com/reference/compose-file/services/`},{title:`CWE-706: Use of Incorrectly-Resolved Name or Reference`,url:`https://cwe.mitre.org/data/definitions/706.html`}]},"name-shadowing":{summary:"A name means one service on one network of its user and another on the next, or `extra_hosts` redefines the name of a service.",why:`The first network that knows a name wins, in an order that hangs on gateway priorities and on the names of the networks, and the hosts file wins over both. Renaming a network or adding one sends connections, and the passwords in them, to somebody else.`,fix:"Give the services different names, or remove the line of `extra_hosts` that hides one.",suppress:`The service is replaced on purpose by one outside, as in a test.`,bad:`services:
  app:
    image: example/app
    extra_hosts:
      - "db:10.0.0.5"
  db:
    image: postgres:17
`,good:`services:
  app:
    image: example/app
    extra_hosts:
      - "legacy-db:10.0.0.5"
  db:
    image: postgres:17
`,references:[{title:`Compose file reference: services`,url:`https://docs.docker.com/reference/compose-file/services/`},{title:`CWE-706: Use of Incorrectly-Resolved Name or Reference`,url:`https://cwe.mitre.org/data/definitions/706.html`}]},"duplicate-network-name":{summary:`Several networks have the same name on the Engine, and so are one network.`,why:`The name on the Engine is what a network is known by. Two keys with one name look like a split and are none: all members meet. Where two projects create a network of one name, the second joins the first with no more than a warning, and both can open each other\u2019s ports.`,fix:"Give each network its own `name`, or none, so that Compose derives it from the project. Where projects are to meet, declare the network `external` in all but one.",suppress:`The keys are meant to be one network, and stay for the sake of files that are merged with this one.`,bad:`services:
  web:
    image: nginx:1.27
    networks: [front]
  db:
    image: postgres:17
    networks: [back]
networks:
  front:
    name: shop
  back:
    name: shop
`,good:`services:
  web:
    image: nginx:1.27
    networks: [front]
  db:
    image: postgres:17
    networks: [back]
networks:
  front:
    name: shop-front
  back:
    name: shop-back
`,references:[{title:`Compose file reference: networks`,url:`https://docs.docker.com/reference/compose-file/networks/`},{title:`CWE-653: Improper Isolation or Compartmentalization`,url:`https://cwe.mitre.org/data/definitions/653.html`}]},"unreachable-dependency":{summary:`A service is configured to connect to another, and the networks give it no path, or no such name.`,why:`The file says that the two talk, and the networks that they cannot: either it does not work, or it works through a published port and the host, around the networks. The usual repair is to put one of them on a network too many.`,fix:`Put both on a network that nobody else needs, or correct the name.`,suppress:`They meet on a network of another project, or the setting is unused.`,bad:`services:
  api:
    image: example/api
    environment:
      DATABASE_URL: postgres://db:5432/shop
    networks: [front]
  db:
    image: postgres:17
    networks: [data]
networks:
  front:
  data:
`,good:`services:
  api:
    image: example/api
    environment:
      DATABASE_URL: postgres://db:5432/shop
    networks: [front, data]
  db:
    image: postgres:17
    networks: [data]
networks:
  front:
  data:
`,references:[{title:`Docker: Networking in Compose`,url:`https://docs.docker.com/compose/how-tos/networking/`}]},"undefined-reference":{summary:`A service uses a network, volume or config that is missing from the project's top level.`,why:`Compose refuses such a project. It is often a slip of the pen, and then the service is not on the network that somebody thinks it is on.`,fix:"Declare it at the top level, `external: true` where another project brings it, or correct the name.",suppress:`The file is an overlay, and the declaration is in the file it is merged with.`,bad:`services:
  web:
    image: example/web
    networks: [fronted]
  api:
    image: example/api
    networks: [frontend]
networks:
  frontend:
`,good:`services:
  web:
    image: example/web
    networks: [frontend]
  api:
    image: example/api
    networks: [frontend]
networks:
  frontend:
`,references:[{title:`Compose file reference: networks`,url:`https://docs.docker.com/reference/compose-file/networks/`},{title:`Compose file reference: volumes`,url:`https://docs.docker.com/reference/compose-file/volumes/`},{title:`Compose file reference: configs`,url:`https://docs.docker.com/reference/compose-file/configs/`}]},"unused-declaration":{summary:`The project declares a network, volume or config, and no service uses it.`,why:`A network that nobody is on keeps nobody apart: it is often the trace of a split that was begun, or undone, while the file still looks segmented. Compose creates no unused network; a volume that nobody mounts holds nothing.`,fix:`Put the services on it that it is meant for, or remove the declaration.`,suppress:`Another file that this one is merged with uses it.`,bad:`services:
  web:
    image: nginx:1.27
  db:
    image: postgres:17
networks:
  data:
`,good:`services:
  web:
    image: nginx:1.27
  db:
    image: postgres:17
    networks: [data]
networks:
  data:
`,references:[{title:`Compose file reference: networks`,url:`https://docs.docker.com/reference/compose-file/networks/`},{title:`CWE-1164: Irrelevant Code`,url:`https://cwe.mitre.org/data/definitions/1164.html`}]},"hardcoded-container-address":{summary:`A service is configured with the fixed address of another instead of its name.`,why:`The address ties the configuration to one network: moving the store to a network of its own, or running the project twice, breaks it, which is why such projects stay flat. After a change it may belong to another container, which then gets the password.`,fix:"Write the name of the service, and delete `ipv4_address` when nobody else needs it.",suppress:`The program takes no names, as in a list of trusted proxies or a resolver.`,bad:`services:
  app:
    image: example/app
    environment:
      DATABASE_HOST: 172.28.0.10
    networks: [data]
  db:
    image: postgres:17
    networks:
      data:
        ipv4_address: 172.28.0.10
networks:
  data:
    ipam:
      config:
        - subnet: 172.28.0.0/16
`,good:`services:
  app:
    image: example/app
    environment:
      DATABASE_HOST: db
    networks: [data]
  db:
    image: postgres:17
    networks:
      data:
        ipv4_address: 172.28.0.10
networks:
  data:
    ipam:
      config:
        - subnet: 172.28.0.0/16
`,references:[{title:`Docker: Networking in Compose`,url:`https://docs.docker.com/compose/how-tos/networking/`}]},"public-dns-server":{summary:`A service sends its name queries to a public name server instead of that of the host.`,why:`Names that the project does not know, misspelled and internal ones among them, go to a third party, around the name server of the host and whatever it blocks or records. Names of the internal network of a company do not resolve at all.`,fix:"Delete `dns`: the Engine then asks what the host asks.",suppress:`The name server of the host cannot be used, or the service is a name server itself.`,bad:`services:
  app:
    image: example/app
    dns: 8.8.8.8
`,good:`services:
  app:
    image: example/app
`,references:[{title:`Compose file reference: services`,url:`https://docs.docker.com/reference/compose-file/services/`}]},"swarm-ignored-isolation":{summary:"A service relies on a setting that `docker stack deploy` ignores.",why:"A stack publishes every port on all addresses of every node: `127.0.0.1:` before it is dropped, with a line in a log. `network_mode: none` is dropped as well, and the service joins the default network of the stack; so are `security_opt` and `userns_mode`. The file says that something is closed, and it is open.",fix:`Publish no port that may not be public; put services that need no network on an internal one; set the security options on the nodes.`,suppress:`The file is deployed with Compose only.`,bad:`services:
  db:
    image: postgres:17
    ports:
      - "127.0.0.1:5432:5432"
`,good:`services:
  db:
    image: postgres:17
`,engine:`swarm`,references:[{title:`Docker: Port publishing and mapping`,url:`https://docs.docker.com/engine/network/port-publishing/`},{title:`Docker: Overlay network driver`,url:`https://docs.docker.com/engine/network/drivers/overlay/`},{title:`Docker: docker stack deploy`,url:`https://docs.docker.com/reference/cli/docker/stack/deploy/`},{title:`CWE-1327: Binding to an Unrestricted IP Address`,url:`https://cwe.mitre.org/data/definitions/1327.html`}]},"unencrypted-overlay":{summary:`An overlay network that stores are on is not encrypted.`,why:`Between nodes the traffic of an overlay network is plain VXLAN: whoever is on the network between the machines reads queries, answers and passwords, and whoever can send UDP to port 4789 of a node can put packets into it.`,fix:'Set the driver option `encrypted: "true"` on the network, and let only nodes reach UDP port 4789 of each other.',suppress:`All nodes are on one trusted wire or inside of a VPN, or the stores are used over TLS.`,bad:`services:
  api:
    image: example/api
    networks: [data]
  db:
    image: postgres:17
    networks: [data]
networks:
  data:
    driver: overlay
`,good:`services:
  api:
    image: example/api
    networks: [data]
  db:
    image: postgres:17
    networks: [data]
networks:
  data:
    driver: overlay
    driver_opts:
      encrypted: "true"
`,references:[{title:`Docker: Overlay network driver`,url:`https://docs.docker.com/engine/network/drivers/overlay/`},{title:`CWE-319: Cleartext Transmission of Sensitive Information`,url:`https://cwe.mitre.org/data/definitions/319.html`}]},"raw-sockets-on-data-network":{summary:"A service that shares a network with a store may send forged packets (`NET_RAW`, which containers have unless it is dropped).",why:`With it a process that is root in its container can pretend to be the store, or its client, on their common bridge: it answers for another\u2019s address and reads or changes what they say to each other. Nothing filters that within a bridge.`,fix:"Write `cap_drop: [NET_RAW]`, or drop `ALL` and add what is needed. `ping` works without it on current kernels.",suppress:`The traffic is TLS with verified certificates, or the service runs as another user than root.`,bad:`services:
  api:
    image: example/api
  db:
    image: postgres:17
`,good:`services:
  api:
    image: example/api
    cap_drop: [ALL]
  db:
    image: postgres:17
`,references:[{title:`OWASP Docker Security Cheat Sheet`,url:`https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html`},{title:`CIS Docker Benchmark`,url:`https://www.cisecurity.org/benchmark/docker`},{title:`Docker: Runtime privilege and Linux capabilities`,url:`https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities`}]},"link-environment":{summary:"A command or setting uses a variable such as `DB_PORT_3306_TCP_ADDR`, which only legacy links on the default bridge ever set.",why:`On the networks that Compose creates nobody sets these variables, and since Engine 29 not even links on the default bridge do by default. The text stays empty, and the program connects to a wrong place or to nothing.`,fix:"Write the name of the service and its port: `db:3306`.",suppress:`The image or the entrypoint sets the variable itself.`,bad:`services:
  web:
    image: example/web
    command: sh -c "wait-for $$DB_PORT_3306_TCP_ADDR:$$DB_PORT_3306_TCP_PORT"
    links:
      - db
  db:
    image: mysql:8
`,good:`services:
  web:
    image: example/web
    command: sh -c "wait-for db:3306"
  db:
    image: mysql:8
`,references:[{title:`Docker: Legacy container links`,url:`https://docs.docker.com/engine/network/links/`},{title:`Docker: Deprecated features`,url:`https://docs.docker.com/engine/deprecated/`}]}};exports.DOCUMENTATION=e;
})