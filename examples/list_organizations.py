"""List the organizations that the token has access to.

export AETHER_PLATFORM_TOKEN=aether_...
python list_organizations.py
"""

import sys

from aether_platform import AetherPlatform, AetherPlatformError

try:
    with AetherPlatform() as client:
        for organization in client.organizations.list():
            print(organization.id, organization.name)
except (AetherPlatformError, ValueError) as error:  # ValueError: no token
    sys.exit(str(error))
