#!/bin/sh
# Starts RabbitMQ with every queue there from the first moment, and one user: the one that the environment names.
set -eu
case "$SHOP_USER$SHOP_PASSWORD" in
  *[!A-Za-z0-9._~-]*)
    echo "RABBITMQ_USER and RABBITMQ_PASSWORD may hold letters, digits and . _ ~ - only: they are part of an address" >&2
    exit 1
    ;;
esac
umask 077
{
  cat <<END
{
  "users": [{"name": "$SHOP_USER", "password": "$SHOP_PASSWORD", "tags": ["administrator"]}],
  "permissions": [{"user": "$SHOP_USER", "vhost": "/", "configure": ".*", "write": ".*", "read": ".*"}],
END
  tail -n +2 /shop/definitions.json
} >/etc/rabbitmq/definitions.json
chown rabbitmq /etc/rabbitmq/definitions.json
unset SHOP_USER SHOP_PASSWORD
exec docker-entrypoint.sh rabbitmq-server
