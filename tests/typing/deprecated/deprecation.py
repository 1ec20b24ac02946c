from deprecation_client import AsyncDeprecation, Deprecation


def call(client: Deprecation) -> None:
    client.cached_property_.models()  # deprecated
    client.cached_property_.find()


async def call_async(client: AsyncDeprecation) -> None:
    await client.cached_property_.models()  # deprecated
    await client.cached_property_.find()
