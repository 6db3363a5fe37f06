namespace Resume2Website.Corpus.Pieces;

/// <summary>The part of a CV that a printed piece belongs to.</summary>
internal enum Section { Basics, Summary, Work, Volunteer, Education, Awards, Certificates, Publications, Skills, Languages, Interests, References, Projects, Talks, Courses, Other }
