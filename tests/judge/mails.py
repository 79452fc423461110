"""Prints the mails of a maildir, as JSON: of each, whence it came, the id of its item, its link and its subject."""

import email.parser
import email.policy
import json
import mailbox
import sys

fields = ["X-RSS-Feed", "X-RSS-ID", "X-RSS-URL", "Subject"]
parser = email.parser.BytesParser(policy=email.policy.default)
mails = mailbox.Maildir(sys.argv[1], factory=parser.parse)
print(json.dumps([{field: str(mail[field] or "") for field in fields} for mail in mails]))
