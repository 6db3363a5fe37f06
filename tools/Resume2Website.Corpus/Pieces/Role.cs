namespace Resume2Website.Corpus.Pieces;

/// <summary>What a printed piece says within its entry.</summary>
internal enum Role { Heading, Name, Label, Contact, Location, Title, Organization, Date, Place, Degree, Score, Url, Text, Bullet, Group, Item, Furniture }
