package shop.local;

import shop.platform.testing.Client;
import tools.jackson.databind.JsonNode;

/** Somebody with an account, and what signing in answered. */
record Person(String id, Client client, JsonNode signIn) {}
