// which documents there are is said by whoever serves the page: a service its own, the gateway all nine
SwaggerUIBundle({
  configUrl: "/docs/config.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
});
