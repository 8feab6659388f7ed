"""Gives the description of the interface the number and the code of a case that exists, for scripts/api-check.sh."""

import json

import schemathesis


@schemathesis.hook
def before_load_schema(context, raw_schema):
    with open("case.json", encoding="utf-8") as file:
        case = json.load(file)
    operation = raw_schema["paths"]["/api/v1/requests/track"]["post"]
    operation["requestBody"]["content"]["application/json"]["example"] = case
